using System.Collections.Immutable;
using ClangSharp.Interop;
using HpcVerify.Parser.Syntax;
using static ClangSharp.Interop.CXCursorKind;
using static ClangSharp.Interop.CXTypeKind;

namespace HpcVerify.Parser.Clang;

internal sealed unsafe partial class Translation
{
    private const int MostImplicitZeros = 4096;

    private Expression InitializerList(CXCursor cursor) => InitializerList(cursor, cursor.Type);

    /// <summary>Gives every element its part of the object, the way C17 6.7.9p17-20 moves on from part to part.</summary>
    private Expression InitializerList(CXCursor cursor, CXType type)
    {
        var elements = Cursors.Children(cursor).Where(child => Cursors.IsExpression(child.Kind)).ToList();
        if (elements is [var only] && IsStringFor(type, only))
        {
            return TranslateExpression(only);
        }

        if (InitializedObject.Of(type) is not { } root)
        {
            return elements.Exists(IsDesignated)
                ? UnsupportedExpression(cursor, "designated initializer of this kind")
                : new Expression.InitializerList([.. elements.Select(TranslateExpression)], TypeOf(type), SpanOf(cursor));
        }

        var path = new Stack<(InitializedObject Object, long Next)>([(root, 0)]);
        foreach (var element in elements)
        {
            var value = element;
            if (IsDesignated(element))
            {
                value = Cursors.Children(element)[^1];
                if (!Follow(element, root, path))
                {
                    return UnsupportedExpression(cursor, "designated initializer of this kind");
                }
            }

            if (!Place(value, path))
            {
                return UnsupportedExpression(cursor, "initializer of one part by several elements");
            }
        }

        return Zeros(root) <= MostImplicitZeros
            ? Finished(root, cursor)
            : UnsupportedExpression(cursor, $"initializer that leaves out more than {MostImplicitZeros} parts between others");
    }

    /// <summary>libclang has no name for a designated element, and it alone has no type.</summary>
    private static bool IsDesignated(CXCursor element) => element.Kind == CXCursor_UnexposedExpr && element.Type.kind == CXType_Void;

    /// <summary>Moves to the part that designators name; false for ranges and whatever has no such part.</summary>
    private static bool Follow(CXCursor element, InitializedObject root, Stack<(InitializedObject Object, long Next)> path)
    {
        var designators = Cursors.Children(element).SkipLast(1).ToList();
        path.Clear();
        var (within, last) = ((InitializedObject?)root, 0u);
        foreach (var designator in designators)
        {
            var start = Offset(designator);
            if (within is null || start < last || IndexOf(designator, within) is not { } index || index >= within.Count)
            {
                return false;
            }

            path.Push((within, index));
            last = start;
            within = designator.Equals(designators[^1]) ? null : within.Enter(index);
        }

        return path.Count > 0;
    }

    private static uint Offset(CXCursor cursor)
    {
        cursor.Location.GetSpellingLocation(out _, out _, out _, out var offset);
        return offset;
    }

    private static long? IndexOf(CXCursor designator, InitializedObject within)
    {
        if (designator.Kind == CXCursor_MemberRef)
        {
            return within.IndexOf(Cursors.Name(designator));
        }

        using var value = designator.Evaluate;
        return value.Kind == CXEvalResultKind.CXEval_Int && within.Type.kind == CXType_ConstantArray ? value.AsLongLong : null;
    }

    /// <summary>Puts an element where the path points, inside of the part there if braces were elided, and moves on.</summary>
    private bool Place(CXCursor value, Stack<(InitializedObject Object, long Next)> path)
    {
        while (path.Count > 1 && path.Peek().Next >= path.Peek().Object.Count)
        {
            path.Pop();
            var outer = path.Pop();
            path.Push((outer.Object, outer.Next + 1));
        }

        while (true)
        {
            var (target, next) = path.Pop();
            if (next >= target.Count)
            {
                return false;
            }

            var type = target.TypeOfPart(next);
            if (IsWhole(type, value))
            {
                path.Push((target, next + 1));
                return target.Filled.TryAdd(next, (Element(value, type), null));
            }

            path.Push((target, next));
            if (target.Enter(next) is not { } inner)
            {
                return false;
            }

            path.Push((inner, 0));
        }
    }

    /// <summary>Whether an element initialises all of a part, or only the first part of that (C17 6.7.9p13, p14 and p20).</summary>
    private static bool IsWhole(CXType part, CXCursor value)
    {
        var (kind, given) = (part.CanonicalType.kind, value.Type.CanonicalType.kind);
        return value.Kind == CXCursor_InitListExpr || kind switch
        {
            CXType_ConstantArray => IsStringFor(part, value),
            CXType_Record => given == CXType_Record,
            CXType_Vector or CXType_ExtVector => given is CXType_Vector or CXType_ExtVector,
            _ => true,
        };
    }

    private static bool IsStringFor(CXType type, CXCursor value) =>
        type.CanonicalType.kind is CXType_ConstantArray or CXType_IncompleteArray
        && type.CanonicalType.ArrayElementType.CanonicalType.kind is not CXType_ConstantArray
        && (value.Kind == CXCursor_StringLiteral
            || (value.Kind is CXCursor_ParenExpr or CXCursor_UnexposedExpr && Cursors.Children(value) is [var inner] && IsStringFor(type, inner)));

    private Expression Element(CXCursor value, CXType type)
    {
        var element = value.Kind == CXCursor_InitListExpr ? InitializerList(value, type) : TranslateExpression(value);
        var target = TypeOf(type);
        return element is Expression.InitializerList or Expression.StringLiteral or Expression.Unsupported || element.Type.Unqualified.Equals(target.Unqualified)
            ? element
            : new Expression.Cast(element, true, target, element.Span);
    }

    private static long Zeros(InitializedObject filled) =>
        (filled.Filled.Count == 0 ? 0 : filled.Filled.Keys.Last() + 1 - filled.Filled.Count)
        + filled.Filled.Values.Sum(part => part.Parts is { } parts ? Zeros(parts) : 0);

    private Expression.InitializerList Finished(InitializedObject filled, CXCursor list)
    {
        var span = SpanOf(list);
        var parts = ImmutableArray.CreateBuilder<Expression>();
        foreach (var (index, part) in filled.Filled)
        {
            while (parts.Count < index)
            {
                parts.Add(new Expression.ImplicitZero(TypeOf(filled.TypeOfPart(parts.Count)), span));
            }

            parts.Add(part.Value ?? Finished(part.Parts!, list));
        }

        return new(parts.ToImmutable(), TypeOf(filled.Type), span);
    }
}
