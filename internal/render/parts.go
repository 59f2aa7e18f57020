package render

import (
	"archive/zip"
	"encoding/xml"
	"errors"
	"io"
	"path"
	"strings"

	"qudao/internal/fault"
)

const (
	contentTypes  = "[content_types].xml"
	workbookType  = "spreadsheetml.sheet.main+xml"
	maxSmallPart  = 16 << 20 // of the parts that are parsed as a whole: styles, relations
	relationSheet = "/worksheet"
	relationText  = "/sharedStrings"
	relationStyle = "/styles"
	relationBook  = "/officeDocument"
)

// parts are the parts of a workbook. Every byte that is inflated is counted, whatever the headers say.
type parts struct {
	byName map[string]*zip.File
	left   int64 // bytes that may still be inflated
}

func newParts(archive *zip.Reader) *parts {
	p := &parts{byName: make(map[string]*zip.File, len(archive.File)), left: maxInflated}
	for _, entry := range archive.File {
		p.byName[partName(entry.Name)] = entry
	}
	return p
}

// open starts reading a part.
func (p *parts) open(name string) (io.ReadCloser, error) {
	entry, ok := p.byName[partName(name)]
	if !ok {
		return nil, damaged(errors.New("part missing: " + name))
	}
	from, err := entry.Open()
	if err != nil {
		return nil, damaged(err)
	}
	return &counted{from: from, parts: p, compressed: entry.CompressedSize64}, nil
}

// parse reads a small part into a struct.
func (p *parts) parse(name string, into any) error {
	from, err := p.open(name)
	if err != nil {
		return err
	}
	defer from.Close()
	return damaged(xml.NewDecoder(io.LimitReader(from, maxSmallPart)).Decode(into))
}

// counted inflates one part and stops when the part, or all parts together, grow beyond reason.
type counted struct {
	from       io.ReadCloser
	parts      *parts
	n          uint64
	compressed uint64
}

func (c *counted) Read(b []byte) (int, error) {
	n, err := c.from.Read(b)
	c.n += uint64(n)
	c.parts.left -= int64(n)
	if c.parts.left < 0 || tooDense(c.n, c.compressed) {
		return 0, FileBomb.With()
	}
	return n, err
}

func (c *counted) Close() error { return c.from.Close() }

// damaged makes an error of the zip or XML layer a FileUnreadable; a fault stays what it is.
func damaged(err error) error {
	if err == nil {
		return nil
	}
	if _, ok := fault.As(err); ok {
		return err
	}
	return FileUnreadable.With().Because(err)
}

// relations are the parts a part points to, by the id it uses for them.
type relations map[string]relation

type relation struct {
	kind   string // the end of the type's address, such as "/worksheet"
	target string // a part's name
}

// relationsOf reads the relations of a part; a part without any has no such file.
func (p *parts) relationsOf(part string) (relations, error) {
	dir, file := path.Split(part)
	name := dir + "_rels/" + file + ".rels"
	if _, ok := p.byName[partName(name)]; !ok {
		return nil, nil
	}
	var doc struct {
		Relations []struct {
			ID     string `xml:"Id,attr"`
			Type   string `xml:"Type,attr"`
			Target string `xml:"Target,attr"`
			Mode   string `xml:"TargetMode,attr"`
		} `xml:"Relationship"`
	}
	if err := p.parse(name, &doc); err != nil {
		return nil, err
	}
	out := make(relations, len(doc.Relations))
	for _, r := range doc.Relations {
		if r.Mode == "External" {
			continue
		}
		target := strings.ReplaceAll(r.Target, `\`, "/")
		if !strings.HasPrefix(target, "/") {
			target = path.Join(dir, target)
		}
		out[r.ID] = relation{kind: r.Type[max(0, strings.LastIndexByte(r.Type, '/')):], target: partName(target)}
	}
	return out, nil
}

// first is the part of the given kind, or "".
func (r relations) first(kind string) string {
	found := ""
	for _, one := range r {
		if one.kind == kind && (found == "" || one.target < found) {
			found = one.target
		}
	}
	return found
}
