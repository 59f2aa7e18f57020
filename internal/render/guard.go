package render

import (
	"archive/zip"
	"bytes"
	"encoding/binary"
	"io"
	"strings"
)

// MaxFileSize is the largest file that is looked at, in bytes.
const MaxFileSize = 20 << 20

const (
	maxEntries   = 1000
	maxDirectory = 2 << 20   // bytes of the zip's central directory
	maxInflated  = 100 << 20 // bytes of all parts together, inflated
	maxRatio     = 100       // inflated to compressed, of one part
	ratioFloor   = 1 << 20   // below this size a part is harmless, whatever its ratio
	maxComment   = 1<<16 - 1
	endSize      = 22 // of the end record of a zip, without its comment
	recordSize   = 46 // of a central directory record, without its names
)

var (
	oleMagic = []byte{0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1}
	zipMagic = []byte("PK\x03\x04")
	// oleEncrypted is the name of the stream that holds an encrypted workbook, as stored in the file.
	oleEncrypted = []byte("E\x00n\x00c\x00r\x00y\x00p\x00t\x00e\x00d\x00P\x00a\x00c\x00k\x00a\x00g\x00e\x00")
)

// Inspect tells whether a file may be opened, without inflating any of it: its size, its first
// bytes, and the directory of the zip it must be. It is cheap enough for the request that brings the
// file. What the directory promises is counted again while the file is read, so Open relies on
// nothing said here.
func Inspect(file File) error {
	file, from := sourced(file)
	_, err := inspect(file)
	return from.blame(err)
}

func inspect(file File) (*zip.Reader, error) {
	if file.Size > MaxFileSize {
		return nil, FileTooLarge.With("limit_mib", MaxFileSize>>20)
	}
	magic := make([]byte, len(oleMagic))
	if _, err := file.At.ReadAt(magic, 0); err != nil {
		return nil, FileNotXLSX.With().Because(err)
	}
	if bytes.Equal(magic, oleMagic) {
		return nil, oleFault(file)
	}
	if !bytes.HasPrefix(magic, zipMagic) {
		return nil, FileNotXLSX.With()
	}
	if err := walkDirectory(file); err != nil {
		return nil, err
	}
	// The directory is known to be small now, so the library may build its list of it.
	archive, err := zip.NewReader(file.At, file.Size)
	if err != nil {
		return nil, FileUnreadable.With().Because(err)
	}
	return archive, checkEntries(archive)
}

// oleFault tells an encrypted workbook from an old one: both are in the same container.
func oleFault(file File) error {
	all, err := io.ReadAll(io.NewSectionReader(file.At, 0, file.Size))
	if err == nil && bytes.Contains(all, oleEncrypted) {
		return FileEncrypted.With()
	}
	return FileOldExcel.With()
}

// walkDirectory counts the records of the central directory one by one, until one does not look like
// a record, as archive/zip does, because the count in the end record is only a claim. The directory
// must stand right before its end record: then there is only one place where it can begin.
func walkDirectory(file File) error {
	at, err := directoryStart(file)
	if err != nil {
		return err
	}
	start := at
	record := make([]byte, recordSize)
	for count := 0; ; count++ {
		if _, err := file.At.ReadAt(record, at); err != nil || !bytes.HasPrefix(record, []byte("PK\x01\x02")) {
			return nil
		}
		for _, place := range []int{28, 30, 32} { // name, extra, comment
			at += int64(binary.LittleEndian.Uint16(record[place:]))
		}
		at += recordSize
		if count >= maxEntries || at-start > maxDirectory {
			return FileBomb.With()
		}
	}
}

// directoryStart finds the central directory through the end record at the end of the file, and
// through its 64-bit form where the writer used that.
func directoryStart(file File) (int64, error) {
	tail := make([]byte, min(file.Size, endSize+maxComment))
	if _, err := file.At.ReadAt(tail, file.Size-int64(len(tail))); err != nil && err != io.EOF {
		return 0, FileUnreadable.With().Because(err)
	}
	in := len(tail) - endSize
	for ; in >= 0 && !bytes.HasPrefix(tail[in:], []byte("PK\x05\x06")); in-- {
	}
	if in < 0 {
		return 0, FileUnreadable.With()
	}
	end := file.Size - int64(len(tail)-in)
	count := uint64(binary.LittleEndian.Uint16(tail[in+10:]))
	length := uint64(binary.LittleEndian.Uint32(tail[in+12:]))
	start := uint64(binary.LittleEndian.Uint32(tail[in+16:]))
	if count == 0xffff || length == 0xffff || start == 0xffffffff {
		if at, n, l, s, ok := directory64(file, end); ok {
			end, count, length, start = at, n, l, s
		}
	}
	switch {
	case count > maxEntries || length > maxDirectory:
		return 0, FileBomb.With()
	case start > uint64(file.Size) || int64(start+length) != end:
		return 0, FileUnreadable.With()
	}
	return int64(start), nil
}

func directory64(file File, end int64) (at int64, count, length, start uint64, ok bool) {
	locator := make([]byte, 20)
	if end < 20 {
		return 0, 0, 0, 0, false
	}
	if _, err := file.At.ReadAt(locator, end-20); err != nil || !bytes.HasPrefix(locator, []byte("PK\x06\x07")) {
		return 0, 0, 0, 0, false
	}
	where := binary.LittleEndian.Uint64(locator[8:])
	record := make([]byte, 56)
	if where > uint64(end) {
		return 0, 0, 0, 0, false
	}
	if _, err := file.At.ReadAt(record, int64(where)); err != nil || !bytes.HasPrefix(record, []byte("PK\x06\x06")) {
		return 0, 0, 0, 0, false
	}
	le := binary.LittleEndian
	return int64(where), le.Uint64(record[32:]), le.Uint64(record[40:]), le.Uint64(record[48:]), true
}

// checkEntries looks at what each part says of itself.
func checkEntries(archive *zip.Reader) error {
	seen := make(map[string]bool, len(archive.File))
	var inflated uint64
	var types, excel bool
	for _, entry := range archive.File {
		name := partName(entry.Name)
		inflated += min(entry.UncompressedSize64, maxInflated+1)
		switch {
		case entry.Flags&1 != 0:
			return FileEncrypted.With()
		case seen[name], entry.Method != zip.Store && entry.Method != zip.Deflate:
			return FileUnreadable.With()
		case inflated > maxInflated, tooDense(entry.UncompressedSize64, entry.CompressedSize64):
			return FileBomb.With()
		}
		seen[name] = true
		types = types || name == contentTypes
		excel = excel || strings.HasPrefix(name, "xl/")
	}
	if !types || !excel {
		return FileNotXLSX.With()
	}
	return nil
}

func tooDense(inflated, compressed uint64) bool {
	return inflated > ratioFloor && inflated/maxRatio > compressed
}

// partName is the form in which names of parts are compared: some writers use other cases, leading
// slashes or backslashes.
func partName(name string) string {
	return strings.ToLower(strings.TrimLeft(strings.ReplaceAll(name, `\`, "/"), "/"))
}
