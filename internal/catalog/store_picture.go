package catalog

const (
	imagesSQL = `SELECT images FROM catalog.product WHERE code = $1 FOR UPDATE`

	// A picture that is there already counts as used now, which the sweep sees even while it waits for it.
	putPictureSQL = `INSERT INTO catalog.picture AS p (hash, type, width, height, used_at) VALUES ($1, $2, $3, $4, pg.now())
	ON CONFLICT (hash) DO UPDATE SET used_at = greatest(p.used_at, excluded.used_at) RETURNING xmax = 0`
	putPictureFileSQL = `INSERT INTO catalog.picture_file (hash, size, file_id) VALUES ($1, $2, $3)`

	// The smallest file that is large enough for $2, else the largest.
	pictureFileSQL = `SELECT file_id FROM catalog.picture_file WHERE hash = $1 ORDER BY size < $2, CASE WHEN size >= $2 THEN size ELSE -size END LIMIT 1`

	dropUseSQL    = `DELETE FROM catalog.picture_use WHERE used_by = $1`
	usePictureSQL = `INSERT INTO catalog.picture_use (used_by, hash) SELECT $1, p.hash FROM catalog.picture p WHERE p.hash = $2`

	// Pictures that no product shows and nothing else uses. A lock that is waited for compares used_at again.
	lockUnusedSQL = `SELECT p.hash FROM catalog.picture p WHERE p.used_at < $1 AND NOT EXISTS (
			SELECT FROM (SELECT jsonb_array_elements_text(images) AS address FROM catalog.product) i WHERE i.address = '/media/' || p.hash)
		AND NOT EXISTS (SELECT FROM catalog.picture_use u WHERE u.hash = p.hash)
		ORDER BY p.used_at LIMIT $2 FOR UPDATE SKIP LOCKED`
	filesOfPicturesSQL = `SELECT f.file_id FROM catalog.picture_file f WHERE f.hash = ANY ($1)`
	deletePicturesSQL  = `DELETE FROM catalog.picture WHERE hash = ANY ($1)`
)
