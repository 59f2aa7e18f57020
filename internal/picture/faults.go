package picture

import "qudao/internal/fault"

// Why a file is not taken as a picture.
var (
	TooLarge    = fault.Define(fault.Invalid, "picture_too_large", "图片文件超过 {limit_mib} MB。", "The picture's file is larger than {limit_mib} MB.").Status(413)
	TypeWrong   = fault.Define(fault.Invalid, "picture_type_wrong", "不是 PNG、JPEG、WebP 或 SVG 图片。", "This is not a PNG, JPEG, WebP or SVG picture.")
	Broken      = fault.Define(fault.Invalid, "picture_broken", "图片文件损坏，无法读取。", "The picture's file is damaged and cannot be read.")
	TooManyDots = fault.Define(fault.Invalid, "picture_too_many_pixels", "图片为 {width}×{height} 像素，超过 {limit} 百万像素。", "The picture has {width}×{height} pixels; at most {limit} million are taken.")
	SVGUnsafe   = fault.Define(fault.Invalid, "picture_svg_unsafe", "SVG 中含有不允许的内容（{what}）。", "The SVG holds something that is not allowed ({what}).")
	SVGTooDeep  = fault.Define(fault.Invalid, "picture_svg_too_complex", "SVG 过于复杂。", "The SVG is too complex.")
	SVGEmpty    = fault.Define(fault.Invalid, "picture_svg_empty", "SVG 中没有可显示的图形。", "The SVG draws nothing.")
)
