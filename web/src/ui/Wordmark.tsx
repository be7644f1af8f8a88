import { Group, Text } from '@mantine/core';

export function Wordmark({ size = 24, label = true }: { size?: number; label?: boolean }) {
  return (
    <Group gap={size * 0.36} wrap="nowrap" component="span" display="inline-flex">
      <svg width={size} height={size} viewBox="0 0 32 32" role="img" aria-label="Assay">
        <rect width="32" height="32" rx="8" fill="var(--mantine-color-petrol-7)" />
        <path
          d="M8.5 24 16 8l7.5 16"
          fill="none"
          stroke="#fff"
          strokeWidth="3"
          strokeLinecap="round"
          strokeLinejoin="round"
        />
        <path
          d="m12.4 19 2.7 2.6 4.9-5"
          fill="none"
          stroke="var(--mantine-color-petrol-2)"
          strokeWidth="2.6"
          strokeLinecap="round"
          strokeLinejoin="round"
        />
      </svg>
      {label && (
        <Text
          component="span"
          aria-hidden
          fw={680}
          fz={size * 0.78}
          lh={1}
          style={{ letterSpacing: '-0.02em' }}
        >
          Assay
        </Text>
      )}
    </Group>
  );
}
