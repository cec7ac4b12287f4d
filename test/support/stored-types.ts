import path from 'node:path';
import ts from 'typescript';

const root = path.resolve(import.meta.dirname, '../..');

/** Every field that an entry's payload may hold, as the type of `Payloads` has it: `kind` and then the way to the field. */
export function payloadFields(): Record<string, string[]> {
  const { config } = ts.readConfigFile(path.join(root, 'tsconfig.node.json'), ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, root);
  const file = path.join(root, 'src/server/ledger/kinds.ts');
  const program = ts.createProgram([file], { ...options, noEmit: true });
  const checker = program.getTypeChecker();
  const source = program.getSourceFile(file);
  const declared = source?.statements.find((each) => ts.isTypeAliasDeclaration(each) && each.name.text === 'Payloads');
  if (!declared) throw new Error('The ledger’s kinds are in kinds.ts.');

  const inside = (type: ts.Type, at: string): string[] => {
    if (type.flags & (ts.TypeFlags.Null | ts.TypeFlags.Undefined)) return [];
    if (type.isUnion()) return type.types.flatMap((each) => inside(each, at));
    const element =
      checker.isArrayType(type) || checker.isTupleType(type) ? checker.getTypeArguments(type as ts.TypeReference) : [];
    if (element.length > 0) return element.flatMap((each) => inside(each, `${at}[]`));
    const of = checker.getIndexTypeOfType(type, ts.IndexKind.String);
    const isPlain = !(type.flags & (ts.TypeFlags.Object | ts.TypeFlags.Intersection));
    if (isPlain) return [at];
    const own = checker.getPropertiesOfType(type).flatMap((each) => {
      return inside(checker.getTypeOfSymbol(each), at === '' ? each.name : `${at}.${each.name}`);
    });
    return [...own, ...(of ? inside(of, `${at}.*`) : [])];
  };

  const payloads = checker.getPropertiesOfType(checker.getTypeAtLocation(declared));
  return Object.fromEntries(
    payloads.map((kind) => [kind.name, [...new Set(inside(checker.getTypeOfSymbol(kind), ''))].sort()]),
  );
}
