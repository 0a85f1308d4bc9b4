using System.Collections.Immutable;
using HpcVerify.Parser.Syntax;
using HpcVerify.Parser.Text;

namespace HpcVerify.Parser.Kernels;

public sealed partial class Lowering
{
    private static readonly ImmutableHashSet<string> PromisingAttributes =
    [
        "pure", "const", "malloc", "alloc_size", "alloc_align", "assume_aligned", "nonnull", "returns_nonnull", "noreturn",
        "leaf", "noalias", "access", "optimize", "nothrow", "fp_contract", "simd", "target", "target_clones", "weak", "alias", "ifunc",
    ];

    /// <summary>Attributes that say how code is made, shown or warned about, and nothing about what it computes.</summary>
    private static readonly ImmutableHashSet<string> HarmlessAttributes =
    [
        "aligned", "unused", "maybe_unused", "used", "retain", "visibility", "deprecated", "unavailable", "warn_unused_result", "nodiscard",
        "format", "format_arg", "nonstring", "always_inline", "noinline", "flatten", "hot", "cold", "artificial", "noclone", "noipa", "no_icf",
        "no_reorder", "externally_visible", "no_instrument_function", "no_sanitize", "may_alias", "gnu_inline", "tls_model", "annotate",
        "fallthrough", "warning", "error", "sentinel", "vector_size", "packed", "inline", "section", "designated_init", "min_vector_width",
        "nodebug", "optnone", "minsize", "diagnose_if", "nocf_check", "no_stack_protector", "prefer_vector_width",
    ];

    /// <summary>Pragmas that change what gcc makes of the code after them, as opposed to how fast it is.</summary>
    private static readonly ImmutableArray<string> MeaningfulPragmas =
        ["GCC optimize", "GCC reset_options", "STDC", "scalar_storage_order", "pack", "weak", "redefine_extname"];

    /// <summary>Pragmas that lay records out; the front end's compiler does not see them.</summary>
    private static bool IsLayout(string text) =>
        Words(text) is var words && (words.StartsWith("pack", StringComparison.Ordinal) || words.StartsWith("scalar_storage_order", StringComparison.Ordinal));

    private static ImmutableArray<Promise> FunctionPromises(
        ImmutableArray<Variable> parameters, ImmutableArray<DeclarationAttribute> attributes, TextSpan span) =>
    [
        .. parameters.Where(parameter => parameter.Type.Qualifiers.HasFlag(Qualifiers.Restrict))
            .Select(parameter => new Promise(PromiseKind.Restrict, "restrict", [LoadOf(parameter, SpanOf(parameter, span))], SpanOf(parameter, span))),
        .. attributes.Where(attribute => PromisingAttributes.Contains(attribute.Name))
            .Select(attribute => new Promise(PromiseKind.FunctionAttribute, attribute.Name, [], attribute.Span)),
    ];

    private static TextSpan SpanOf(Variable parameter, TextSpan otherwise) => parameter.Symbol?.Span ?? otherwise;

    private static ImmutableArray<Promise> FilePromises(SyntaxTree tree) =>
    [
        .. tree.Pragmas.Where(pragma => IsMeaningful(pragma.Text) && !IsLayout(pragma.Text))
            .Select(pragma => new Promise(PromiseKind.CompilerOption, Words(pragma.Text), [], pragma.Span)),
        .. tree.IgnoredAttributes.Where(attribute => PromisingAttributes.Contains(attribute.Name))
            .Select(attribute => new Promise(PromiseKind.FunctionAttribute, attribute.Name, [], attribute.Span)),
    ];

    /// <summary>
    /// What no function holds: assembly, unknown declarations and headers, OpenMP directives that declare things, and
    /// places the front end could not read, where code may be missing from the tree without a trace.
    /// </summary>
    private static ImmutableArray<KernelStatement.Unsupported> FileGaps(SyntaxTree tree, ModuleScope scope)
    {
        var pragmas = tree.Pragmas
            .Where(pragma => IsLayout(pragma.Text) || (Words(pragma.Text).StartsWith("omp ", StringComparison.Ordinal)
                && !Words(pragma.Text).StartsWith("omp threadprivate", StringComparison.Ordinal)))
            .Select(pragma => (Reason: $"directive '{Words(pragma.Text)}'", pragma.Span));
        var declarations = tree.Declarations.Select(declaration => declaration switch
        {
            Declaration.Assembly => (Reason: "assembly at file scope", declaration.Span),
            Declaration.Unsupported unsupported => (unsupported.Reason, declaration.Span),
            _ => (Reason: "", declaration.Span),
        }).Where(gap => gap.Reason.Length > 0);
        var attributes = tree.All<Declaration.Function>().SelectMany(function => function.Attributes)
            .Concat(tree.All<Declaration.Variable>().SelectMany(variable => variable.Attributes))
            .Concat(tree.IgnoredAttributes)
            .Where(attribute => !PromisingAttributes.Contains(attribute.Name) && !HarmlessAttributes.Contains(attribute.Name))
            .Select(attribute => (Reason: $"attribute '{attribute.Name}'", attribute.Span));
        var elsewhere = tree.Declarations.OfType<Declaration.Variable>()
            .GroupBy(variable => variable.Symbol)
            .Where(group => group.Key.IsDeclaredExtern && group.All(variable => variable.Initializer is null))
            .Select(group => (Reason: $"object '{group.Key.Name}' of another file", group.First().Span));
        var unaligned = tree.Declarations.OfType<Declaration.Variable>()
            .Where(variable => scope.VariableOf(variable.Symbol).HasUnreadAlignment)
            .Select(variable => (Reason: $"alignment of '{variable.Symbol.Name}' that is not a number", variable.Span));
        var unread = tree.Errors.Select(error => new KernelStatement.Unsupported($"front end: {error.Text}", error.Span))
            .Concat(tree.Inclusions.Where(inclusion => !inclusion.IsModelled)
                .Select(inclusion => new KernelStatement.Unsupported($"header '{inclusion.Header}' without a model", inclusion.Span)));
        var unmodelled = pragmas.Concat(declarations).Concat(attributes).Concat(elsewhere).Concat(unaligned).Select(gap => new KernelStatement.Unsupported(scope.Report(gap.Span, gap.Reason), gap.Span));
        return [.. unread.Concat(unmodelled).OrderBy(gap => gap.Span)];
    }

    /// <summary>
    /// <code>#pragma GCC ivdep
    /// for (…) …      ⟶      a loop with the promise that its iterations do not depend on each other</code>
    /// </summary>
    private void LowerPragma(Statement.Pragma pragma)
    {
        var words = Words(pragma.Text);
        if (words == "GCC ivdep" && pragma.Body is Statement.For or Statement.While or Statement.DoWhile)
        {
            LowerLoop(pragma.Body, [new(PromiseKind.NoLoopDependence, words, [], pragma.Span)]);
            return;
        }

        if (words == "GCC ivdep" || IsMeaningful(words))
        {
            EmitUnsupported(pragma.Span, $"pragma '{words}' here");
        }

        if (pragma.Body is { } body)
        {
            LowerStatement(body);
        }
    }

    private static bool IsMeaningful(string text) =>
        MeaningfulPragmas.Any(name => Words(text).StartsWith(name, StringComparison.Ordinal));

    private static string Words(string text)
    {
        var words = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return words.StartsWith("#pragma ", StringComparison.Ordinal) ? words["#pragma ".Length..] : words;
    }
}
