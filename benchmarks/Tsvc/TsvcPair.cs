using System.Collections.Immutable;
using HpcVerify.Parser.Syntax;

namespace HpcVerify.Benchmarks.Tsvc;

/// <summary>A loop of TSVC as a function of its own, and the same function transformed.</summary>
/// <param name="Functions">What both call.</param>
internal sealed record TsvcPair(string Loop, string Transformation, TsvcSignature Signature, string Functions, string Original, string Transformed)
{
    public static readonly ImmutableArray<(string Name, Func<Statement.For, CText, string?> Apply)> Transformations =
    [
        ("unrolled", OrderedTransformations.Unrolled),
        ("strip_mined", OrderedTransformations.StripMined),
        ("tiled", OrderedTransformations.Tiled),
        ("vectorised", Vectorisation.Vectorised),
    ];

    private const string Headers = "#include <math.h>\n#include <immintrin.h>\n";

    public string OriginalName => $"{Loop}_original";

    public string TransformedName => $"{Loop}_{Transformation}";

    public string OriginalFile => $"{Headers}{Functions}{Original}";

    public string TransformedFile => $"{Headers}{Functions}{Transformed}";

    /// <summary>The pair; null where the transformation does not take the loop, with the reasons in <paramref name="obstacles"/>, or has nothing to do.</summary>
    public static TsvcPair? Of(TsvcLoop loop, string transformation, Func<Statement.For, CText, string?> apply, SyntaxTree tree, List<string> obstacles)
    {
        var plain = new CText(obstacles);
        var signature = TsvcSignature.Of(loop);
        var original = Function(loop, $"{loop.Name}_original", signature, plain);
        var isApplied = false;
        var innermost = loop.Innermost().ToHashSet(ReferenceEqualityComparer.Instance);
        var transformed = Function(loop, $"{loop.Name}_{transformation}", signature, plain with { OtherStatement = Other });
        var functions = Called(loop, tree, plain);
        return isApplied && obstacles.Count == 0 ? new(loop.Name, transformation, signature, functions, original, transformed) : null;

        string? Other(Statement statement)
        {
            var isMine = statement is Statement.For candidate && (transformation == "tiled" ? OrderedTransformations.InnerOf(candidate) is { } inner && innermost.Contains(inner) : innermost.Contains(candidate));
            if (!isMine || apply((Statement.For)statement, plain) is not { } written)
            {
                return null;
            }

            isApplied = true;
            return written;
        }
    }

    private static string Function(TsvcLoop loop, string name, TsvcSignature signature, CText text)
    {
        var pointers = loop.Expressions().OfType<Expression.Reference>().Select(reference => reference.Symbol).Distinct()
            .Where(symbol => symbol is { Kind: SymbolKind.Variable, Storage: not StorageKind.Automatic, Type: CType.Pointer });
        var locals = pointers.Select(pointer => $"float *{pointer.Name};\n")
            .Concat(loop.Known.OrderBy(known => known.Key.Name, StringComparer.Ordinal).Select(known => $"int {known.Key.Name} = {known.Value};\n"));
        var body = string.Concat(loop.Statements.Select(text.Of));
        return $"{signature.Result} {name}({signature.Parameters})\n{{\n{string.Concat(locals)}{body}{(loop.Result is { } result ? $"return {text.Of(result)};\n" : "")}}}\n";
    }

    /// <summary>The file's own functions that the loop calls; they must not speak of lengths or global arrays.</summary>
    private static string Called(TsvcLoop loop, SyntaxTree tree, CText text)
    {
        var called = loop.Expressions().OfType<Expression.Call>().Select(call => call.Target).OfType<Symbol>().Distinct().Select(symbol => tree.Definition(symbol.Name)).OfType<Declaration.Function>().ToList();
        if (called.Any(function => function.Body!.All<Expression.Reference>().Any(reference => reference.Symbol.Kind == SymbolKind.EnumerationConstant)))
        {
            text.Obstacles.Add("no loop, or one in another function");
        }

        return string.Concat(called.Select(function =>
            $"static {text.TypeOf(function.Type.Result)} {function.Symbol.Name}({string.Join(", ", function.Parameters.Select(parameter => $"{text.TypeOf(Adjusted(parameter.Type))} {parameter.Name}").DefaultIfEmpty("void"))})\n{text.Of(function.Body!)}"));
    }

    private static CType Adjusted(CType type) => type is CType.Array array ? new CType.Pointer(array.Element, Qualifiers.None) : type;
}
