import { Button, Group, TextInput, VisuallyHidden } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useRef, useState } from 'react';

/** A text to take away: selected on focus, copied by a button; the outcome is announced. */
export function CopyField({ label, value }: { label: string; value: string }) {
  const input = useRef<HTMLInputElement>(null);
  const [state, setState] = useState<'idle' | 'copied' | 'failed'>('idle');

  async function copy() {
    try {
      await navigator.clipboard.writeText(value);
      setState('copied');
    } catch {
      // Without a secure origin there is no clipboard; the text is then selected for Ctrl+C.
      input.current?.select();
      setState('failed');
    }
  }

  return (
    <div>
      <Group gap="xs" align="flex-end" wrap="nowrap">
        <TextInput
          ref={input}
          label={label}
          value={value}
          readOnly
          flex={1}
          onFocus={(event) => event.currentTarget.select()}
          classNames={{ input: 'mono' }}
        />
        <Button
          onClick={() => void copy()}
          w={112}
          leftSection={
            state === 'copied' ? (
              <IconCheck size={16} aria-hidden />
            ) : (
              <IconCopy size={16} aria-hidden />
            )
          }
        >
          {state === 'copied' ? 'Copied' : 'Copy'}
        </Button>
      </Group>
      <VisuallyHidden role="status">
        {state === 'copied' && 'Copied'}
        {state === 'failed' && 'Selected. Press Ctrl and C to copy.'}
      </VisuallyHidden>
    </div>
  );
}
