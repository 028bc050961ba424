'use client';

import { RadioGroup } from '#components/ui/radio-group.tsx';

import { THEME_COOKIE, type Theme, rememberedCookie, themeFrom } from './reader-cookies.ts';

const CHOICES = [
  { value: 'system', label: 'As the system' },
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
] as const;

/** Acts at once, in this browser only: a dark room at home says nothing about the desk at work. */
export function ThemeChoice({ theme }: { theme: Theme }) {
  function choose(chosen: Theme) {
    if (chosen === 'system') delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = chosen;
    document.cookie = rememberedCookie(THEME_COOKIE, chosen, location.protocol === 'https:');
  }
  return (
    <RadioGroup
      label="Colours"
      hint="In this browser."
      name="theme"
      choices={CHOICES}
      defaultValue={theme}
      onChange={(event) => choose(themeFrom(event.currentTarget.value))}
    />
  );
}
