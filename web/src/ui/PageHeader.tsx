import { Anchor, Box, Group, Text, Title } from '@mantine/core';
import { IconChevronLeft } from '@tabler/icons-react';
import { useEffect, type ReactNode } from 'react';
import { Link } from 'react-router';
import classes from './PageHeader.module.css';

interface PageHeaderProps {
  title: string;
  /** Shown above the title; leads one level up. */
  back?: { to: string; label: string };
  description?: ReactNode;
  /** Buttons, at the right. */
  actions?: ReactNode;
}

/** The head of a page; also names the browser's tab. */
export function PageHeader({ title, back, description, actions }: PageHeaderProps) {
  useDocumentTitle(title);
  return (
    <Box component="header" className={classes.header}>
      {back !== undefined && (
        <Anchor component={Link} to={back.to} className={classes.back} c="dimmed" size="sm">
          <IconChevronLeft size={14} aria-hidden />
          {back.label}
        </Anchor>
      )}
      <Group justify="space-between" align="flex-start" gap="md">
        <Box className={classes.words}>
          <Title order={1} className={classes.title}>
            {title}
          </Title>
          {description !== undefined && (
            <Text component="div" c="dimmed" size="sm" mt={4}>
              {description}
            </Text>
          )}
        </Box>
        {actions !== undefined && <Group gap="xs">{actions}</Group>}
      </Group>
    </Box>
  );
}

export function useDocumentTitle(title: string): void {
  useEffect(() => {
    document.title = title === '' ? 'Assay' : `${title} · Assay`;
  }, [title]);
}
