import { expect, test } from 'vitest';
import { pictureAt, pictureSources } from './picture';

test('a picture of ours is asked for at its size', () => {
  expect(pictureAt('/media/0a', 96)).toBe('/media/0a/96');
  expect(pictureSources('/media/0a', 320)).toEqual({
    src: '/media/0a/320',
    srcSet: '/media/0a/320, /media/0a/800 2x',
  });
});

test('a picture elsewhere stays as it is', () => {
  expect(pictureSources('https://pictures.example/a.jpg', 96)).toEqual({
    src: 'https://pictures.example/a.jpg',
  });
});
