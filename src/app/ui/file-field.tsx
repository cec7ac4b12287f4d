import { Around, type FieldProps, useParts } from './fields.tsx';

type FileFieldProps = FieldProps & { accept: string; onFile: (file: File | null) => void };

/** One file of this device; what is done with it is the page's. */
export function FileField({ accept, onFile, ...field }: FileFieldProps) {
  const { id, about } = useParts(field);
  return (
    <Around id={id} {...field}>
      <input
        id={id}
        type="file"
        name={field.name}
        accept={accept}
        {...about}
        onChange={({ currentTarget: { files } }) => onFile(files?.[0] ?? null)}
      />
    </Around>
  );
}
