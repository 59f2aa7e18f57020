package render

import (
	"archive/zip"
	"bytes"
	"encoding/binary"
	"fmt"
	"hash/crc32"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"qudao/internal/fault"
)

func TestWhatIsNoWorkbookIsRefused(t *testing.T) {
	t.Parallel()
	ole := append(bytes.Clone(oleMagic), make([]byte, 1024)...)
	good := byHand(t, `<row><c t="inlineStr"><is><t>商品编码</t></is></c></row>`)
	for name, c := range map[string]struct {
		content []byte
		want    *fault.Definition
	}{
		"nothing":            {nil, FileNotXLSX},
		"text":               {[]byte("商品编码,名称\nK-1,开关\n"), FileNotXLSX},
		"page called xlsx":   {[]byte("<html><table></table></html>"), FileNotXLSX},
		"old excel":          {ole, FileOldExcel},
		"encrypted excel":    {append(bytes.Clone(ole), oleEncrypted...), FileEncrypted},
		"another zip":        {zipped(t, []part{{"readme.txt", "hello"}}), FileNotXLSX},
		"word":               {zipped(t, []part{{"[Content_Types].xml", "<Types/>"}, {"word/document.xml", "<w/>"}}), FileNotXLSX},
		"cut off":            {good[:len(good)/2], FileUnreadable},
		"part twice":         {byHand(t, "", part{"XL/workbook.xml", "<workbook/>"}), FileUnreadable},
		"too large":          {make([]byte, MaxFileSize+1), FileTooLarge},
		"too many parts":     {byHand(t, "", manyParts(1100)...), FileBomb},
		"very many parts":    {byHand(t, "", manyParts(70000)...), FileBomb},
		"locked part":        {withFlag(good), FileEncrypted},
		"two zips in one":    {append(zipped(t, []part{{"a", "b"}}), good...), FileUnreadable},
		"directory lies low": {withCount(byHand(t, "", manyParts(1100)...), 3), FileBomb},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			f := openFails(t, c.content, goods(), c.want)
			if f.Sentence(fault.Chinese, f.Facts) == "" || strings.Contains(f.Sentence(fault.English, f.Facts), "{") {
				t.Errorf("sentence lacks its facts: %s", f.Sentence(fault.English, f.Facts))
			}
		})
	}
}

func manyParts(n int) []part {
	out := make([]part, n)
	for i := range out {
		out[i] = part{fmt.Sprintf("xl/media/%d.bin", i), ""}
	}
	return out
}

// withFlag marks the first part as encrypted.
func withFlag(content []byte) []byte {
	content = bytes.Clone(content)
	content[bytes.Index(content, []byte("PK\x01\x02"))+8] |= 1
	return content
}

// withCount makes the end record claim another number of parts.
func withCount(content []byte, count uint16) []byte {
	content = bytes.Clone(content)
	binary.LittleEndian.PutUint16(content[bytes.LastIndex(content, []byte("PK\x05\x06"))+10:], count)
	return content
}

func TestMacrosAreRefused(t *testing.T) {
	t.Parallel()
	content := byHand(t, "")
	parts := []part{
		{"[Content_Types].xml", `<Types><Override ContentType="application/vnd.ms-excel.sheet.macroEnabled.main+xml"/></Types>`},
		{"xl/workbook.xml", "<workbook/>"},
	}
	openFails(t, zipped(t, parts), goods(), FileNotXLSX)
	openFails(t, content, goods(), ColumnsMissing)
}

func TestBombIsRefusedByWhatItPromises(t *testing.T) {
	t.Parallel()
	zeros := strings.Repeat("0", 8<<20)
	openFails(t, byHand(t, "", part{"xl/media/a.bin", zeros}), goods(), FileBomb)
}

// A bomb that lies: the directory promises a small part. Only counting while inflating finds it.
func TestBombIsRefusedWhileInflating(t *testing.T) {
	t.Parallel()
	sheet := `<worksheet><sheetData>` + strings.Repeat(`<row><c><v>1</v></c></row>`, 400_000) + `</sheetData></worksheet>`
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for _, p := range bareParts(t) {
		to, err := w.Create(p.name)
		must(t, err)
		_, err = to.Write([]byte(p.content))
		must(t, err)
	}
	packed := deflated(t, sheet)
	to, err := w.CreateRaw(&zip.FileHeader{
		Name: "xl/worksheets/sheet1.xml", Method: zip.Deflate, CRC32: crc32.ChecksumIEEE([]byte(sheet)),
		CompressedSize64: uint64(len(packed)), UncompressedSize64: 1000,
	})
	must(t, err)
	_, err = to.Write(packed)
	must(t, err)
	must(t, w.Close())
	must(t, Inspect(Bytes(out.Bytes()))) // the promise is fair
	_, err = openBook(mustZip(t, out.Bytes()), Words{})
	must(t, err)
	r, err := Open(t.Context(), Bytes(out.Bytes()), goods())
	if err == nil {
		r.Close()
		t.Fatal("opened")
	}
	if f, ok := fault.As(err); !ok || f.Definition != FileBomb && f.Definition != FileUnreadable {
		t.Fatalf("got %v", err)
	}
}

// The counter itself, without the library's own check of sizes in front of it.
func TestEveryInflatedByteIsCounted(t *testing.T) {
	t.Parallel()
	zeros := strings.NewReader(strings.Repeat("0", 4<<20))
	dense := &counted{from: nopCloser{zeros}, parts: &parts{left: maxInflated}, compressed: 4000}
	if _, err := readAll(dense); err == nil || !strings.Contains(err.Error(), FileBomb.Code) {
		t.Errorf("ratio: %v", err)
	}
	spent := &counted{from: nopCloser{strings.NewReader("12345")}, parts: &parts{left: 4}, compressed: 5}
	if _, err := readAll(spent); err == nil || !strings.Contains(err.Error(), FileBomb.Code) {
		t.Errorf("total: %v", err)
	}
}

func TestSheetIsChosenByName(t *testing.T) {
	t.Parallel()
	two := edited(t, func(f *excelize.File) {
		f.SetCellValue("Sheet1", "A1", "nothing")
		f.NewSheet("products")
		f.SetSheetRow("products", "A1", &[]any{"Product code", "Name"})
		f.SetSheetRow("products", "A2", &[]any{"K-1", "Switch"})
	})
	if rows := read(t, two, goods()); len(rows) != 1 || rows[0].Text("code") != "K-1" {
		t.Errorf("got %v", rows)
	}
	other := edited(t, func(f *excelize.File) { f.NewSheet("Sheet2") })
	f := openFails(t, other, goods(), SheetMissing)
	if f.Facts["found"] != "Sheet1, Sheet2" || f.Facts["sheet"] != "商品 / Products" {
		t.Errorf("facts %v", f.Facts)
	}
	hidden := edited(t, func(f *excelize.File) {
		f.SetSheetRow("Sheet1", "A1", &[]any{"old", "list"})
		f.NewSheet("Neu")
		f.SetSheetRow("Neu", "A1", &[]any{"商品编码", "名称"})
		f.SetActiveSheet(1)
		must(t, f.SetSheetVisible("Sheet1", false))
	})
	if rows := read(t, hidden, goods()); len(rows) != 0 {
		t.Errorf("got %v", rows)
	}
}

func FuzzReader(f *testing.F) {
	f.Add(byHand(f, `<row r="1"><c r="A1" t="inlineStr"><is><t>商品编码</t></is></c><c r="B1" s="1"><v>46349</v></c></row>`))
	f.Add(byHand(f, `<row><c t="s"><f>A1</f><v>0</v></c><c><v>6.9E+12</v></c></row>`,
		part{"xl/sharedStrings.xml", `<sst><si><r><t>a_x000D_</t></r><rPh><t>b</t></rPh></si></sst>`}))
	f.Add(grown(f, 3))
	f.Add(append(bytes.Clone(oleMagic), oleEncrypted...))
	f.Add([]byte("PK\x03\x04"))
	f.Fuzz(func(t *testing.T, content []byte) {
		var out bytes.Buffer
		w := newWireWriter(&out)
		must(t, w.finish(sendRows(Bytes(content), request{Rows: 1000, Sheet: goods().Name}, w)))
		checkFrames(t, &out)
	})
}

// FuzzSheet changes the part that a hostile file would work on, with the zip around it intact.
func FuzzSheet(f *testing.F) {
	f.Add(`<row r="1"><c r="A1" t="inlineStr"><is><t>x</t></is></c></row>`, `<si><t>y</t></si>`)
	f.Add(`<row><c t="s"><f>A1</f><v>0</v></c><c s="1"><v>46349.5</v></c></row>`, `<si><r><t>a</t></r></si>`)
	f.Add(`<row r="1048576"><c r="SF9" t="e"><v>#N/A</v></c></row>`, `<!DOCTYPE a [<!ENTITY b "c">]><si><t>&b;</t></si>`)
	f.Fuzz(func(t *testing.T, sheet, shared string) {
		content := byHand(t, sheet, part{"xl/sharedStrings.xml", "<sst>" + shared + "</sst>"})
		var out bytes.Buffer
		w := newWireWriter(&out)
		must(t, w.finish(sendRows(Bytes(content), request{Rows: 1000}, w)))
		checkFrames(t, &out)
	})
}
