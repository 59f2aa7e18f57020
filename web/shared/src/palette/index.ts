export { CommandPalette, type PaletteGroup, type PaletteItem, type PaletteProps } from './CommandPalette';
