using System.Collections.Immutable;
using HpcVerify.Parser.Text;

namespace HpcVerify.Parser.Syntax;

/// <summary>An <c>#include</c> line; <paramref name="IsModelled"/> when the model library's header stands for it.</summary>
public sealed record Inclusion(string Header, bool IsAngled, bool IsModelled, TextSpan Span)
{
    /// <summary>Where the directive begins; <see cref="Span"/> is the header's name alone.</summary>
    public int DirectiveStart(SourceText source) =>
        Math.Max(source.Code.LastIndexOf('#', Span.Start), source.Code.LastIndexOf("%:", Span.Start, StringComparison.Ordinal));
}

/// <summary>A directive or pragma outside every function, with its words.</summary>
public sealed record FilePragma(string Text, TextSpan Span);

/// <summary>A place that names a function, whether it is called there or not.</summary>
public sealed record FunctionMention(Symbol Function, TextSpan Span);

/// <summary>An error of the front end's compiler, in its own words.</summary>
public sealed record CompilerMessage(string Text, TextSpan Span);

/// <summary>What was written: one C file after preprocessing, typed by the compiler. <paramref name="IgnoredAttributes"/> are those only gcc understands.</summary>
public sealed record SyntaxTree(
    SourceText Source,
    ImmutableArray<Declaration> Declarations,
    ImmutableArray<Inclusion> Inclusions,
    ImmutableArray<FilePragma> Pragmas,
    ImmutableArray<DeclarationAttribute> IgnoredAttributes,
    ImmutableArray<CompilerMessage> Errors)
{
    /// <summary>Every place that names a function, also where the tree keeps no expressions, as in the extents of parameters.</summary>
    public ImmutableArray<FunctionMention> Mentions { get; init; } = [];

    /// <summary>
    /// The model functions that the file calls, and those they call; none unless they were asked for. A declaration in
    /// the file and its model have one symbol.
    /// </summary>
    public ImmutableArray<Declaration> Library { get; init; } = [];

    /// <summary>The model functions as a file of their own.</summary>
    public SyntaxTree LibraryTree => new(Source, Library, [], [], [], []);

    public IEnumerable<Declaration.Function> Functions => Declarations.OfType<Declaration.Function>();

    public IEnumerable<Declaration.Function> Definitions => Functions.Where(function => function.Body is not null);

    /// <summary>The definition of a function by name; null when the file has none.</summary>
    public Declaration.Function? Definition(string name) => Definitions.LastOrDefault(function => function.Symbol.Name == name);
}
