import { ActionIcon, Tooltip, useMantineColorScheme } from '@mantine/core';
import { IconDeviceDesktop, IconMoon, IconSun } from '@tabler/icons-react';

const NEXT = { auto: 'light', light: 'dark', dark: 'auto' } as const;
const NAME = { auto: 'as your system', light: 'light', dark: 'dark' } as const;
const ICON = { auto: IconDeviceDesktop, light: IconSun, dark: IconMoon } as const;

export function ColorSchemeToggle() {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const next = NEXT[colorScheme];
  const Icon = ICON[colorScheme];
  return (
    <Tooltip label={`Colours: ${NAME[colorScheme]}`}>
      <ActionIcon
        variant="subtle"
        color="gray"
        size="md"
        onClick={() => setColorScheme(next)}
        aria-label={`Colours: ${NAME[colorScheme]}. Change to ${NAME[next]}`}
      >
        <Icon size={18} stroke={1.7} />
      </ActionIcon>
    </Tooltip>
  );
}
