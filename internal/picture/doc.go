// Package picture makes what somebody uploads as a picture safe to show, in several sizes.
//
// It owns which formats are taken (PNG, JPEG, WebP and SVG, told apart by their first bytes, never by what
// the sender says), the limits of bytes, pixels and elements, and the sizes. It does not own where
// pictures are kept or what they show.
//
// Nothing of an upload is handed on. A photograph is decoded and encoded again at each size, so that
// places, thumbnails and whatever else a camera or an attacker put into the file are gone. A drawing is
// parsed and written anew from a list of elements and attributes that only draw: what is not in the list
// does not exist in the result, and a drawing that brings a program along is refused.
//
// Always true: the result of one content is the same bytes each time; a result is never larger than the
// picture was, in pixels; memory and time are bounded before a pixel is decoded, and one picture is
// decoded at a time.
package picture
