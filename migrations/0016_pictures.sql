-- catalog: pictures of products. A product's pictures stand in its column images, in order, the main one
-- first; an address there that begins with /media/ names a picture of this table.
-- +goose Up
CREATE TABLE catalog.picture (
  hash       text PRIMARY KEY CHECK (hash ~ '^[0-9a-f]{32}$'),   -- of the content
  type       text NOT NULL CHECK (type IN ('image/png', 'image/jpeg', 'image/svg+xml')),
  width      int NOT NULL CHECK (width > 0),                     -- of the largest file
  height     int NOT NULL CHECK (height > 0),
  used_at    timestamptz NOT NULL                                -- when a product last came to show it
);
-- The files of a picture: the size they are for, in pixels of the longer side.
CREATE TABLE catalog.picture_file (
  hash    text NOT NULL REFERENCES catalog.picture ON DELETE CASCADE,
  size    int NOT NULL CHECK (size > 0),
  file_id uuid NOT NULL,                                         -- of blob.file
  PRIMARY KEY (hash, size)
);
SELECT audit.watch('catalog.picture', '{hash}', '', '{used_at}');
GRANT SELECT, INSERT, UPDATE ON catalog.picture TO qudao_app, qudao_worker;
GRANT SELECT, INSERT ON catalog.picture_file TO qudao_app, qudao_worker;
GRANT DELETE ON catalog.picture, catalog.picture_file TO qudao_worker;
