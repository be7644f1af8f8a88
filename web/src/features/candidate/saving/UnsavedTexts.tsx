import { Alert, Stack, Text, Textarea } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';

/** Text that was typed and that the server never confirmed. It is not part of what was handed in. */
export function UnsavedTexts({
  texts,
}: {
  texts: readonly { itemId: string; path: string; text: string }[];
}) {
  if (texts.length === 0) {
    return null;
  }
  return (
    <Alert
      color="orange"
      mt="xl"
      icon={<IconAlertTriangle size={18} aria-hidden />}
      title="Time is over; this was not handed in"
    >
      <Text size="sm">
        These changes did not reach the server before the end. Your text is still here, in this
        browser, to copy.
      </Text>
      <Stack mt="sm" gap="sm">
        {texts.map(({ itemId, path, text }) => (
          <Textarea
            key={`${itemId}/${path}`}
            label={path}
            value={text}
            readOnly
            rows={6}
            classNames={{ input: 'mono' }}
            onFocus={(event) => event.currentTarget.select()}
          />
        ))}
      </Stack>
    </Alert>
  );
}
