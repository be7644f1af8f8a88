import { createTheme, type MantineColorsTuple, type CSSVariablesResolver } from '@mantine/core';

/** The colour of patinated copper: neither the green of "passed" nor the blue of everybody else. */
const petrol: MantineColorsTuple = [
  '#ecf8f9',
  '#d6eef1',
  '#aadde3',
  '#7ccad4',
  '#56b6c3',
  '#349fae',
  '#1e8999',
  '#127583',
  '#0d606c',
  '#094a54',
];

const gray: MantineColorsTuple = [
  '#f7f9fa',
  '#eff2f4',
  '#e4e9ec',
  '#d5dce0',
  '#bcc6cb',
  '#98a4ab',
  '#5f6c74',
  '#48545b',
  '#313b41',
  '#1e262b',
];

const dark: MantineColorsTuple = [
  '#d8dee1',
  '#b8c1c6',
  '#94a0a7',
  '#66727a',
  '#39444a',
  '#2d373c',
  '#20282d',
  '#161b1e',
  '#101416',
  '#0b0e10',
];

const SANS =
  "'Inter Variable', system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif";
const MONO =
  "'JetBrains Mono Variable', ui-monospace, SFMono-Regular, Menlo, Consolas, 'Liberation Mono', monospace";

export const theme = createTheme({
  primaryColor: 'petrol',
  primaryShade: { light: 7, dark: 7 },
  colors: { petrol, gray, dark },
  black: '#1a2226',
  fontFamily: SANS,
  fontFamilyMonospace: MONO,
  defaultRadius: 'md',
  cursorType: 'pointer',
  focusRing: 'auto',
  respectReducedMotion: true,
  fontSizes: { xs: '0.75rem', sm: '0.875rem', md: '0.9375rem', lg: '1.0625rem', xl: '1.25rem' },
  headings: {
    fontWeight: '620',
    sizes: {
      h1: { fontSize: '1.5rem', lineHeight: '1.25' },
      h2: { fontSize: '1.125rem', lineHeight: '1.35' },
      h3: { fontSize: '1rem', lineHeight: '1.4' },
      h4: { fontSize: '0.9375rem', lineHeight: '1.45' },
    },
  },
  components: {
    Button: { defaultProps: { size: 'sm' } },
    Paper: { defaultProps: { withBorder: true } },
    Tooltip: { defaultProps: { withArrow: true, openDelay: 250 } },
    Modal: {
      defaultProps: {
        centered: true,
        overlayProps: { backgroundOpacity: 0.45 },
        closeButtonProps: { 'aria-label': 'Close' },
      },
    },
    Badge: { defaultProps: { variant: 'light', radius: 'sm', tt: 'none', fw: 600 } },
    Table: {
      defaultProps: {
        verticalSpacing: 'sm',
        horizontalSpacing: 'md',
        fz: 'sm',
        borderColor: 'var(--assay-line)',
      },
    },
    Anchor: { defaultProps: { underline: 'hover' } },
  },
});

const TINTED = ['petrol', 'gray', 'green', 'red', 'orange', 'yellow', 'grape'] as const;

/** Words on a wash of their own colour, dark enough to be read on it. */
const WORDS_ON_LIGHT: Record<(typeof TINTED)[number], string> = {
  petrol: petrol[8],
  gray: gray[7],
  green: '#1b6b2e',
  red: '#b02525',
  orange: '#9c3d05',
  yellow: '#7a5200',
  grape: '#7b2a8c',
};

/** The light variant of badges, buttons and alerts: a wash that lets the surface through. */
function washes(scheme: 'light' | 'dark'): Record<string, string> {
  const dark = scheme === 'dark';
  return Object.fromEntries(
    TINTED.flatMap((color) => {
      const hue = `var(--mantine-color-${color}-${dark ? 5 : 6})`;
      const wash = (percent: number) => `color-mix(in srgb, ${hue} ${percent}%, transparent)`;
      return [
        [`--mantine-color-${color}-light`, wash(dark ? 18 : 12)],
        [`--mantine-color-${color}-light-hover`, wash(dark ? 26 : 19)],
        [
          `--mantine-color-${color}-light-color`,
          dark ? `var(--mantine-color-${color}-3)` : WORDS_ON_LIGHT[color],
        ],
      ];
    }),
  );
}

/** Surfaces and lines that differ between the schemes; used by the style sheets as --assay-*. */
export const variables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    // White on Mantine's own red is too pale to be read.
    '--mantine-color-red-filled': '#c92a2a',
    '--mantine-color-red-filled-hover': '#b02525',
    ...washes('light'),
    '--mantine-color-error': '#c22727',
    '--mantine-color-body': '#ffffff',
    '--mantine-color-dimmed': gray[6],
    // Mantine's own shades of these are too pale on their light grounds to be read.
    '--mantine-color-yellow-light-color': '#7a4a00',
    '--mantine-color-orange-light-color': '#933a05',
    '--mantine-color-green-light-color': '#1c6530',
    '--mantine-color-red-light-color': '#a82424',
    '--assay-canvas': gray[0],
    '--assay-surface': '#ffffff',
    '--assay-sunken': gray[1],
    '--assay-line': gray[2],
    '--assay-accent-text': petrol[8],
    '--assay-accent-wash': petrol[0],
  },
  dark: {
    '--mantine-color-red-filled': '#c92a2a',
    '--mantine-color-red-filled-hover': '#b02525',
    ...washes('dark'),
    '--mantine-color-error': 'var(--mantine-color-red-4)',
    '--mantine-color-dimmed': dark[2],
    '--mantine-color-anchor': petrol[4],
    '--assay-canvas': dark[8],
    '--assay-surface': dark[7],
    '--assay-sunken': dark[6],
    '--assay-line': dark[5],
    '--assay-accent-text': petrol[3],
    '--assay-accent-wash': 'rgba(30, 137, 153, 0.16)',
  },
});
