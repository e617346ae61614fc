import {
  ActionIcon,
  defaultVariantColorsResolver,
  Button,
  Checkbox,
  CloseButton,
  type CSSVariablesResolver,
  createTheme,
  Loader,
  type MantineColorsTuple,
  Menu,
  Modal,
  NumberInput,
  Popover,
  SegmentedControl,
  Select,
  Switch,
  TagsInput,
  Textarea,
  TextInput,
  Tooltip,
} from '@mantine/core';

/** Proof-reader's vermilion; 6 is the fill in light, 4 in dark (`tokens.css` has the same values). */
const vermilion: MantineColorsTuple = [
  '#fdf1ed',
  '#fbe7e0',
  '#f6c3b4',
  '#ff927a',
  '#f26a4d',
  '#dd4b2c',
  '#c8371b',
  '#b42f17',
  '#8f2613',
  '#6b1d0f',
];

/** Paper to ink. */
const ink: MantineColorsTuple = [
  '#fbf9f5',
  '#f3f0e9',
  '#e8e4db',
  '#ddd8cd',
  '#b5b1a7',
  '#8a8578',
  '#5f6673',
  '#4a5363',
  '#2b3443',
  '#18202d',
];

/** Graphite, lightest first, as Mantine wants it. */
const graphite: MantineColorsTuple = [
  '#ecebe7',
  '#b9bdc4',
  '#9da2ab',
  '#767d88',
  '#363b42',
  '#2f343a',
  '#282c31',
  '#1e2125',
  '#181b1e',
  '#121416',
];

const compactControls = { defaultProps: { size: 'xs' } };

/** `comfortable` makes every measure of Mantine a tenth larger; our own tokens follow `data-density`. `closeWord` names every ×. */
export function createGalleyTheme(density: 'compact' | 'comfortable', closeWord: string) {
  // Spread below: the theme's type does not list the attributes of the button itself.
  const closeName = { 'aria-label': closeWord };
  return createTheme({
    scale: density === 'comfortable' ? 1.1 : 1,
    colors: { vermilion, gray: ink, dark: graphite },
    primaryColor: 'vermilion',
    primaryShade: { light: 6, dark: 4 },
    white: '#ffffff',
    black: '#18202d',
    // The fill of the accent is lighter in dark, so what stands upon it changes too.
    variantColorResolver: (input) => {
      const colours = defaultVariantColorsResolver(input);
      const accent = (input.color ?? input.theme.primaryColor) === 'vermilion' && input.variant === 'filled';
      return accent ? { ...colours, color: 'var(--g-on-accent)' } : colours;
    },
    focusRing: 'auto',
    cursorType: 'pointer',
    fontFamily: 'var(--g-font)',
    fontFamilyMonospace: 'var(--g-font-mono)',
    fontSizes: {
      xs: 'var(--g-size-2)',
      sm: 'var(--g-size-3)',
      md: 'var(--g-size-3)',
      lg: 'var(--g-size-4)',
      xl: 'var(--g-size-5)',
    },
    headings: { fontWeight: '600', fontFamily: 'var(--g-font)' },
    radius: { xs: '3px', sm: '4px', md: '6px', lg: '8px', xl: '12px' },
    defaultRadius: 'md',
    spacing: { xs: '8px', sm: '12px', md: '16px', lg: '24px', xl: '32px' },
    shadows: {
      xs: 'none',
      sm: 'none',
      md: 'var(--g-float-shadow)',
      lg: 'var(--g-float-shadow)',
      xl: 'var(--g-float-shadow)',
    },
    components: {
      ActionIcon: ActionIcon.extend({ defaultProps: { size: 28, variant: 'subtle', color: 'gray' } }),
      Button: Button.extend(compactControls),
      Checkbox: Checkbox.extend(compactControls),
      CloseButton: CloseButton.extend({ defaultProps: { ...closeName } }),
      Loader: Loader.extend({ defaultProps: { size: 'sm', type: 'oval' } }),
      Menu: Menu.extend({
        defaultProps: {
          ...{ shadow: 'md', transitionProps: { duration: 120 }, withinPortal: true },
          // The first entry has the focus at once; an empty element that holds it is no child a menu may have.
          withInitialFocusPlaceholder: false,
        },
      }),
      Modal: Modal.extend({
        defaultProps: { centered: true, transitionProps: { duration: 140, transition: 'fade' } },
      }),
      NumberInput: NumberInput.extend(compactControls),
      Popover: Popover.extend({ defaultProps: { shadow: 'md', transitionProps: { duration: 120 } } }),
      SegmentedControl: SegmentedControl.extend(compactControls),
      Select: Select.extend({
        defaultProps: { size: 'xs', allowDeselect: false, comboboxProps: { shadow: 'md' } },
      }),
      Switch: Switch.extend({ defaultProps: { size: 'sm' } }),
      TagsInput: TagsInput.extend({ defaultProps: { size: 'xs', comboboxProps: { shadow: 'md' } } }),
      Textarea: Textarea.extend(compactControls),
      TextInput: TextInput.extend(compactControls),
      Tooltip: Tooltip.extend({
        defaultProps: { openDelay: 350, withArrow: false, transitionProps: { duration: 100 }, fz: 'xs' },
      }),
    },
  });
}

const shared = {
  '--mantine-color-body': 'var(--g-surface)',
  '--mantine-color-text': 'var(--g-text)',
  '--mantine-color-dimmed': 'var(--g-text-dim)',
  '--mantine-color-placeholder': 'var(--g-text-faint)',
  '--mantine-color-error': 'var(--g-error)',
  '--mantine-color-anchor': 'var(--g-accent-text)',
  '--mantine-color-default': 'var(--g-raised)',
  '--mantine-color-default-hover': 'var(--g-sunken)',
  '--mantine-color-default-color': 'var(--g-text)',
  '--mantine-color-default-border': 'var(--g-line)',
  '--mantine-color-vermilion-filled': 'var(--g-accent)',
  '--mantine-color-vermilion-filled-hover': 'var(--g-accent-hover)',
  '--mantine-color-vermilion-text': 'var(--g-accent-text)',
  '--mantine-color-vermilion-light': 'var(--g-accent-soft)',
  '--mantine-color-vermilion-light-color': 'var(--g-accent-text)',
  '--mantine-primary-color-contrast': 'var(--g-on-accent)',
  '--mantine-color-gray-light': 'var(--g-hover)',
  '--mantine-color-gray-light-color': 'var(--g-text)',
  '--mantine-color-gray-light-hover': 'var(--g-hover)',
  '--mantine-color-gray-text': 'var(--g-text-dim)',
};

/** Mantine's own variables point at our tokens, so that both kinds of part look alike. */
export const galleyVariables: CSSVariablesResolver = () => ({ variables: {}, light: shared, dark: shared });
