// The names that a declaration or parameter binds, in the order of the source.
import type ts from 'typescript';
import { tsc } from '../tsc.ts';

export const namesIn = (name: ts.BindingName): readonly ts.Identifier[] =>
  tsc.isIdentifier(name)
    ? [name]
    : name.elements.flatMap((element) =>
        tsc.isBindingElement(element) ? namesIn(element.name) : [],
      );
