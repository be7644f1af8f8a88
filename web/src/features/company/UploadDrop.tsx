import { Alert, Button, FileButton, Text, VisuallyHidden } from '@mantine/core';
import { IconAlertTriangle, IconUpload } from '@tabler/icons-react';
import { useState, type DragEvent } from 'react';
import { problemOf } from '@/api/problem';
import { ProblemAlert } from '@/ui/ErrorState';
import classes from './ChallengesPage.module.css';
import { packageProblems, useUploadPackage, type PackageProblem } from './uploads';

/** Takes a zip file by drag and drop, or by a button for who has no mouse. */
export function UploadDrop() {
  const [over, setOver] = useState(false);
  const upload = useUploadPackage();

  function drop(event: DragEvent) {
    event.preventDefault();
    setOver(false);
    const file = event.dataTransfer.files.item(0);
    if (file !== null && !upload.isPending) {
      upload.mutate(file);
    }
  }

  return (
    <>
      <section
        aria-label="Upload a package"
        className={classes.drop}
        data-over={over}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <div className={classes.words}>
          <Text fw={560}>Drop the zip file of a package here</Text>
          <Text size="sm" c="dimmed">
            It is read, then everything in it is judged in the sandbox: starters, solutions and
            mutants. Nobody sees it before you publish it, and only your organization after that.
          </Text>
        </div>
        <FileButton
          accept=".zip,application/zip"
          onChange={(file) => {
            if (file !== null) {
              upload.mutate(file);
            }
          }}
          inputProps={{ 'aria-label': 'Zip file of a package' }}
        >
          {(props) => (
            <Button
              {...props}
              loading={upload.isPending}
              leftSection={<IconUpload size={16} aria-hidden />}
            >
              Choose a zip file
            </Button>
          )}
        </FileButton>
      </section>
      <VisuallyHidden role="status">
        {upload.isPending ? 'Uploading' : upload.isSuccess ? 'Uploaded' : ''}
      </VisuallyHidden>
      {upload.isError && <Refusal error={upload.error} />}
    </>
  );
}

function Refusal({ error }: { error: unknown }) {
  const problems = packageProblems(error);
  if (problems.length === 0) {
    return <ProblemAlert error={error} />;
  }
  return (
    <Alert
      mt="md"
      color="red"
      role="alert"
      icon={<IconAlertTriangle size={18} aria-hidden />}
      title={problemOf(error).title}
    >
      Correct this, and upload the package again.
      <ul className={classes.problems}>
        {problems.map((problem, index) => (
          // Two of them can be the same but for their place in the list.
          <Problem key={index} problem={problem} />
        ))}
      </ul>
    </Alert>
  );
}

function Problem({ problem: { file, line, message, remedy } }: { problem: PackageProblem }) {
  return (
    <li>
      <span className={classes.place}>{line > 0 ? `${file}:${line}` : file}</span>
      {message}. {remedy}
    </li>
  );
}
