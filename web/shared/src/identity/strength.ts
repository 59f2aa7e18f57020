/** The rules for a new password that a page can judge by itself, as internal/identity has them. */
export const shortest = 10;

export type Missing = 'length' | 'kinds' | 'name';

export interface Strength {
  /** Rules the password breaks. The server knows more: common ones are refused there. */
  missing: Missing[];
  /** 0 nothing typed, 1 not enough, 2 enough, 3 good, 4 very good. */
  level: 0 | 1 | 2 | 3 | 4;
}

const kinds = [/\p{Ll}/u, /\p{Lu}/u, /\p{Nd}/u, /[^\p{Ll}\p{Lu}\p{Nd}]/u];

/** How good a new password is for a username. */
export function judgePassword(password: string, username: string): Strength {
  if (!password) {
    return { missing: ['length', 'kinds'], level: 0 };
  }
  const count = [...password].length;
  const many = kinds.filter((kind) => kind.test(password)).length;
  const lower = password.toLowerCase();
  const name = username.trim().toLowerCase();
  const missing: Missing[] = [];
  if (count < shortest) {
    missing.push('length');
  }
  if (many < 2) {
    missing.push('kinds');
  }
  if (name && (lower === name || (name.length > 4 && lower.includes(name)))) {
    missing.push('name');
  }
  if (missing.length > 0) {
    return { missing, level: 1 };
  }
  const different = new Set(lower).size;
  const points = (count >= 14 ? 1 : 0) + (many >= 3 ? 1 : 0) + (different >= 10 ? 1 : 0);
  return { missing, level: points >= 3 ? 4 : points >= 2 ? 3 : 2 };
}
