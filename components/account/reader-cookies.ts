/** What belongs to this browser and not to the account: the server must know it before it renders the first byte. */
export const THEME_COOKIE = 'plumbline-theme';
export const ZONE_COOKIE = 'plumbline-zone';

export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

export function themeFrom(text: string | undefined): Theme {
  return THEMES.find((theme) => theme === text) ?? 'system';
}

const YEAR_S = 365 * 24 * 3600;

/** The text that `document.cookie` takes to remember a value for a year. */
export function rememberedCookie(name: string, value: string, secure: boolean): string {
  return `${name}=${encodeURIComponent(value)}; Path=/; Max-Age=${YEAR_S}; SameSite=Lax${secure ? '; Secure' : ''}`;
}
