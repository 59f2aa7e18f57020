package drawing

import (
	"maps"
	"slices"
)

// Subject is what a drawing shows.
type Subject struct {
	// Shape is one of Shapes.
	Shape string
	// Style tells series apart: corners, frames, marks, proportions. Any number will do.
	Style int
	// Finish is the colour by its Chinese name, such as 雅白; an unknown one is white.
	Finish string
	// Count is how many there are of what the shape repeats: gangs, poles, outlets, keys. 0 is one.
	Count int
	// Variant further tells articles of one shape apart, in words of the shape: "five", "usb", "net", ….
	Variant string
	// Side shows it from another side: the back, in use, or with its packing.
	Side bool
}

// pens are how shapes are drawn.
var pens = map[string]func(*sheet, Subject){
	"switch": drawSwitch, "socket": drawSocket, "floor": drawFloorSocket, "industrial": drawIndustrial,
	"strip": drawStrip, "tower": drawTower, "adapter": drawAdapter, "reel": drawReel,
	"breaker": drawBreaker, "moulded": drawMoulded, "box": drawBox,
	"bulb": drawBulb, "candle": drawCandle, "tube": drawTube, "spotlamp": drawSpotLamp,
	"ceiling": drawCeiling, "mirror": drawMirror, "desk": drawDesk,
	"downlight": drawDownlight, "surface": drawSurface, "grille": drawGrille, "track": drawTrack,
	"panel": drawPanel, "ledstrip": drawLEDStrip, "linear": drawLinear,
	"flood": drawFlood, "highbay": drawHighBay, "batten": drawBatten, "emergency": drawEmergency, "exit": drawExit,
	"street": drawStreet, "solar": drawSolar, "garden": drawGarden, "lawn": drawLawn, "ground": drawGround,
	"touch": drawTouch, "screen": drawScreen, "plug": drawPlug, "driver": drawDriver,
	"puck": drawPuck, "door": drawDoor, "gateway": drawGateway,
	"backbox": drawBackBox, "conduit": drawConduit, "elbow": drawElbow, "trunking": drawTrunking,
	"wire": drawWire, "cable": drawCable, "terminal": drawTerminal, "tape": drawTape, "ties": drawTies, "caps": drawCaps,
}

// Shapes are all there are, in the order of their names.
func Shapes() []string { return slices.Sorted(maps.Keys(pens)) }

// Draw is the drawing of a subject, as SVG. A shape that is not known is drawn as a box.
func Draw(s Subject) []byte {
	s.Count = max(s.Count, 1)
	pen, ok := pens[s.Shape]
	if !ok {
		pen = drawGateway
	}
	to := newSheet(finishOf(s.Finish))
	pen(to, s)
	return to.bytes()
}

// of chooses one of the values by the style; salt makes choices independent of each other.
func of[T any](s Subject, salt int, values ...T) T {
	x := uint64(s.Style)*0x9e3779b97f4a7c15 + uint64(salt)*0xbf58476d1ce4e5b9
	x = (x ^ (x >> 31)) * 0x94d049bb133111eb
	return values[(x>>33)%uint64(len(values))]
}
