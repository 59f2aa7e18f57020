package picture_test

import (
	"bytes"
	"encoding/base64"
	"encoding/binary"
	"hash/crc32"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"strings"
	"testing"

	"qudao/internal/fault"
	"qudao/internal/picture"
)

func TestAPhotographIsEncodedAnewAtEverySize(t *testing.T) {
	t.Parallel()
	p := read(t, jpegOf(t, scene(2000, 1000)))
	if p.Type != picture.JPEG || p.Width != 1600 || p.Height != 800 || len(p.Hash) != 32 {
		t.Fatalf("%s, %d × %d, %q", p.Type, p.Width, p.Height, p.Hash)
	}
	want := picture.Sizes()
	if len(p.Files) != len(want) {
		t.Fatalf("%d files", len(p.Files))
	}
	for i, f := range p.Files {
		m, err := jpeg.Decode(f.Reader())
		if err != nil {
			t.Fatal(err)
		}
		if f.Size != want[i] || m.Bounds().Dx() != f.Size || m.Bounds().Dy() != f.Size/2 {
			t.Errorf("size %d is %v", f.Size, m.Bounds())
		}
		// The left half is red and the right half blue, at every size.
		left, right := m.At(f.Size/4, f.Size/4), m.At(f.Size*3/4, f.Size/4)
		if r, _, b, _ := left.RGBA(); r < 0xd000 || b > 0x3000 {
			t.Errorf("size %d: the left is %v", f.Size, left)
		}
		if r, _, b, _ := right.RGBA(); b < 0xd000 || r > 0x3000 {
			t.Errorf("size %d: the right is %v", f.Size, right)
		}
	}
}

func TestASmallPictureIsNotBlownUp(t *testing.T) {
	t.Parallel()
	p := read(t, pngOf(t, scene(200, 100)))
	if len(p.Files) != 2 || p.Files[0].Size != 96 || p.Files[1].Size != 320 || p.Width != 200 {
		t.Fatalf("%+v", p)
	}
}

func TestWhatIsTransparentStaysSo(t *testing.T) {
	t.Parallel()
	m := image.NewNRGBA(image.Rect(0, 0, 400, 400))
	for y := range 200 {
		for x := range 400 {
			m.Set(x, y, color.NRGBA{200, 10, 10, 255})
		}
	}
	p := read(t, pngOf(t, m))
	if p.Type != picture.PNG {
		t.Fatal(p.Type)
	}
	small, err := png.Decode(p.Files[0].Reader())
	if err != nil {
		t.Fatal(err)
	}
	if _, _, _, a := small.At(48, 90).RGBA(); a != 0 {
		t.Errorf("the lower half is covered by %x", a)
	}
	if r, _, _, a := small.At(48, 10).RGBA(); a != 0xffff || r>>8 < 195 {
		t.Errorf("the upper half is %x, %x", r, a)
	}
}

func TestTheSameContentGivesTheSameBytes(t *testing.T) {
	t.Parallel()
	content := jpegOf(t, scene(900, 700))
	one, two := read(t, content), read(t, content)
	if one.Hash != two.Hash || !bytes.Equal(one.Files[1].Content, two.Files[1].Content) {
		t.Error("two readings differ")
	}
	if other := read(t, jpegOf(t, scene(900, 701))); other.Hash == one.Hash {
		t.Error("another picture has the same hash")
	}
}

func TestWebPIsRead(t *testing.T) {
	t.Parallel()
	// One pixel, lossless.
	content, err := base64.StdEncoding.DecodeString("UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA==")
	if err != nil {
		t.Fatal(err)
	}
	p, err := picture.Read(content)
	if err != nil || p.Width != 1 || p.Height != 1 {
		t.Fatalf("%+v, %v", p, err)
	}
}

func TestNothingElseOfAFileIsHandedOn(t *testing.T) {
	t.Parallel()
	content := jpegOf(t, scene(300, 200))
	secret := []byte("GPS 30.2741 N 120.1551 E <script>")
	marked := append([]byte{0xff, 0xd8, 0xff, 0xfe, 0, byte(len(secret) + 2)}, secret...)
	marked = append(marked, content[2:]...)
	marked = append(marked, secret...)
	for _, f := range read(t, marked).Files {
		if bytes.Contains(f.Content, secret) {
			t.Errorf("size %d repeats what stood in the file", f.Size)
		}
	}
}

func TestACameraHeldUprightGivesAnUprightPicture(t *testing.T) {
	t.Parallel()
	exif := "Exif\x00\x00MM\x00\x2a\x00\x00\x00\x08\x00\x01\x01\x12\x00\x03\x00\x00\x00\x01\x00\x06\x00\x00\x00\x00\x00\x00"
	content := jpegOf(t, scene(400, 200))
	turned := append([]byte{0xff, 0xd8, 0xff, 0xe1, 0, byte(len(exif) + 2)}, exif...)
	turned = append(turned, content[2:]...)
	p := read(t, turned)
	if p.Width != 200 || p.Height != 400 {
		t.Fatalf("%d × %d", p.Width, p.Height)
	}
	m, err := jpeg.Decode(p.Files[len(p.Files)-1].Reader())
	if err != nil {
		t.Fatal(err)
	}
	// Turned clockwise, what was left is above.
	if r, _, b, _ := m.At(100, 50).RGBA(); r < 0xd000 || b > 0x3000 {
		t.Errorf("above it is %v", m.At(100, 50))
	}
}

func TestBombsAreRefusedBeforeTheyAreDecoded(t *testing.T) {
	t.Parallel()
	// 60,000 × 60,000 pixels claimed by a few bytes.
	var head bytes.Buffer
	head.WriteString("\x89PNG\r\n\x1a\n")
	body := append([]byte("IHDR"), binary.BigEndian.AppendUint32(binary.BigEndian.AppendUint32(nil, 60_000), 60_000)...)
	body = append(body, 8, 2, 0, 0, 0)
	head.Write(binary.BigEndian.AppendUint32(nil, 13))
	head.Write(body)
	head.Write(binary.BigEndian.AppendUint32(nil, crc32.ChecksumIEEE(body)))
	refused(t, head.Bytes(), picture.TooManyDots)
	refused(t, make([]byte, picture.MaxBytes+1), picture.TooLarge)
}

func TestWhatIsNoPictureIsRefused(t *testing.T) {
	t.Parallel()
	refused(t, nil, picture.TypeWrong)
	refused(t, []byte("%PDF-1.7"), picture.TypeWrong)
	refused(t, []byte("GIF89a"), picture.TypeWrong)
	refused(t, []byte("MZ\x90"), picture.TypeWrong)
	refused(t, pngOf(t, scene(50, 50))[:60], picture.Broken)
	refused(t, []byte(strings.Repeat("\xff\xd8\xff", 40)), picture.Broken)
}

// scene is red on the left and blue on the right.
func scene(w, h int) image.Image {
	m := image.NewRGBA(image.Rect(0, 0, w, h))
	for y := range h {
		for x := range w {
			c := color.RGBA{230, 20, 20, 255}
			if x >= w/2 {
				c = color.RGBA{20, 20, 230, 255}
			}
			m.SetRGBA(x, y, c)
		}
	}
	return m
}

func jpegOf(t *testing.T, m image.Image) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := jpeg.Encode(&out, m, nil); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func pngOf(t *testing.T, m image.Image) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := png.Encode(&out, m); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func read(t *testing.T, content []byte) picture.Picture {
	t.Helper()
	p, err := picture.Read(content)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func refused(t *testing.T, content []byte, want *fault.Definition) {
	t.Helper()
	_, err := picture.Read(content)
	if f, ok := fault.As(err); !ok || f.Definition != want {
		t.Errorf("%.30q: %v, want %s", content, err, want.Code)
	}
}
