package picture

import "image"

// fit makes a picture smaller so that its longer side is most pixels; a smaller one stays. Every pixel of
// the result is the mean of the area it covers, with the parts of pixels at its edges counted as such.
func fit(m *image.RGBA, most int) *image.RGBA {
	w, h := m.Rect.Dx(), m.Rect.Dy()
	longer := max(w, h)
	if longer <= most {
		return m
	}
	nw, nh := max(1, (w*most+longer/2)/longer), max(1, (h*most+longer/2)/longer)
	return shrinkRows(shrinkColumns(m, nw), nh)
}

// span is what one pixel of the result covers of a line: from the first pixel on, with these weights,
// which add up to one, 1<<weightBits.
type span struct {
	first   int
	weights []uint32
}

const weightBits = 16

// spans divides from pixels among to.
func spans(from, to int) []span {
	out := make([]span, to)
	for i := range out {
		// Edges in units of 1/to of a pixel, so that everything is a whole number.
		begin, end := i*from, (i+1)*from
		first, last := begin/to, (end-1)/to
		s := span{first: first, weights: make([]uint32, last-first+1)}
		rest := uint32(1 << weightBits)
		for k := range s.weights {
			covered := min(end, (first+k+1)*to) - max(begin, (first+k)*to)
			s.weights[k] = uint32(covered << weightBits / from)
			rest -= s.weights[k]
		}
		s.weights[len(s.weights)/2] += rest // what rounding left
		out[i] = s
	}
	return out
}

func shrinkColumns(m *image.RGBA, width int) *image.RGBA {
	h := m.Rect.Dy()
	out := image.NewRGBA(image.Rect(0, 0, width, h))
	across := spans(m.Rect.Dx(), width)
	for y := range h {
		from, to := m.Pix[y*m.Stride:], out.Pix[y*out.Stride:]
		for x, s := range across {
			mean(to[4*x:4*x+4], from[4*s.first:], s.weights, 4)
		}
	}
	return out
}

func shrinkRows(m *image.RGBA, height int) *image.RGBA {
	w := m.Rect.Dx()
	out := image.NewRGBA(image.Rect(0, 0, w, height))
	for y, s := range spans(m.Rect.Dy(), height) {
		to := out.Pix[y*out.Stride:]
		for x := range w {
			mean(to[4*x:4*x+4], m.Pix[s.first*m.Stride+4*x:], s.weights, m.Stride)
		}
	}
	return out
}

// mean writes the weighted mean of pixels that lie step bytes apart. Colours are premultiplied, so that
// transparent ones have no say.
func mean(to, from []byte, weights []uint32, step int) {
	const half = 1 << (weightBits - 1)
	r, g, b, a := uint32(half), uint32(half), uint32(half), uint32(half)
	for k, weight := range weights {
		p := from[k*step : k*step+4]
		r += weight * uint32(p[0])
		g += weight * uint32(p[1])
		b += weight * uint32(p[2])
		a += weight * uint32(p[3])
	}
	to[0], to[1], to[2], to[3] = byte(r>>weightBits), byte(g>>weightBits), byte(b>>weightBits), byte(a>>weightBits)
}
