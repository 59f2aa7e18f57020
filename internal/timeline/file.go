package timeline

import (
	"archive/zip"
	"bytes"
	"path"
	"strings"
	"unicode"

	"qudao/internal/fault"
	"qudao/internal/picture"
)

const (
	// MaxFiles is how many files come with one comment.
	MaxFiles = 5
	// MaxFileBytes is the largest of them.
	MaxFileBytes = 10 << 20

	maxFileName = 120 // characters
	smallSize   = 320 // pixels of a picture's small form
)

// Upload is a file as somebody gave it. Neither its name nor what it calls itself is believed.
type Upload struct {
	Name    string
	Content []byte
}

// file is an upload that was looked into.
type file struct {
	name, kind     string
	content, small []byte // small: of a picture alone
}

// read looks into an upload.
func (u Upload) read() (file, *fault.Fault) {
	if len(u.Content) > MaxFileBytes {
		return file{}, FileTooLarge.With("limit_mib", MaxFileBytes>>20)
	}
	if bytes.HasPrefix(bytes.TrimLeft(u.Content, "\xef\xbb\xbf \t\r\n"), []byte("<")) {
		return file{}, FileTypeWrong.With() // a drawing may be one's own look-alike of the page
	}
	kind, ends, wrong := document(u)
	if wrong != nil {
		return file{}, wrong
	}
	if kind != "" {
		return file{name: named(u.Name, ends), kind: kind, content: u.Content}, nil
	}
	p, err := picture.Read(u.Content)
	if err != nil {
		f, ok := fault.As(err)
		if !ok || f.Code == picture.TypeWrong.Code {
			return file{}, FileTypeWrong.With()
		}
		return file{}, f
	}
	// Made anew: upright, and without what the camera wrote into it, such as where it was.
	out := file{kind: p.Type, content: p.Files[len(p.Files)-1].Content}
	for _, f := range p.Files {
		if out.small == nil || f.Size <= smallSize {
			out.small = f.Content
		}
	}
	out.name = named(u.Name, map[string][]string{picture.JPEG: {".jpg", ".jpeg"}, picture.PNG: {".png"}}[p.Type])
	return out, nil
}

// document tells by the content which kind of document an upload is, and how the name of one ends; no kind
// for what is none.
func document(u Upload) (kind string, ends []string, wrong *fault.Fault) {
	switch c := u.Content; {
	case bytes.HasPrefix(c, []byte("%PDF-")):
		return "application/pdf", []string{".pdf"}, nil
	case bytes.HasPrefix(c, []byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")):
		// The container of older office documents does not say which it is: here the name decides, and
		// the one thing it decides is which program opens it.
		if strings.HasSuffix(strings.ToLower(u.Name), ".doc") {
			return "application/msword", []string{".doc"}, nil
		}
		return "application/vnd.ms-excel", []string{".xls"}, nil
	case bytes.HasPrefix(c, []byte("PK")):
		return archive(c)
	}
	return "", nil, nil
}

// archive tells a workbook, a text document and any other zip apart by what is inside.
func archive(content []byte) (kind string, ends []string, wrong *fault.Fault) {
	z, err := zip.NewReader(bytes.NewReader(content), int64(len(content)))
	if err != nil {
		return "", nil, FileTypeWrong.With()
	}
	kind, ends = "application/zip", []string{".zip"}
	for _, entry := range z.File {
		switch {
		case strings.EqualFold(path.Base(entry.Name), "vbaProject.bin"):
			return "", nil, FileHasMacros.With()
		case entry.Name == "xl/workbook.xml":
			kind, ends = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", []string{".xlsx"}
		case entry.Name == "word/document.xml":
			kind, ends = "application/vnd.openxmlformats-officedocument.wordprocessingml.document", []string{".docx"}
		}
	}
	return kind, ends, nil
}

// named is a name that is only a name: no folder, nothing that cannot be seen, and the end of its kind.
func named(given string, ends []string) string {
	name := strings.Map(func(r rune) rune {
		if unicode.IsControl(r) || !unicode.IsPrint(r) || strings.ContainsRune(`<>:"|?*`, r) {
			return -1
		}
		return r
	}, path.Base(strings.ReplaceAll(given, `\`, "/")))
	name = strings.Trim(name, ". ")
	end := ends[0]
	for _, e := range ends {
		if cut, found := strings.CutSuffix(strings.ToLower(name), e); found {
			name, end = name[:len(cut)], e
			break
		}
	}
	if runes := []rune(name); len(runes) > maxFileName {
		name = string(runes[:maxFileName])
	}
	if name == "" || name == "/" {
		name = "file"
	}
	return name + end
}
