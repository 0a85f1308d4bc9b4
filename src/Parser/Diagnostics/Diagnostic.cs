using System.Collections.Immutable;
using HpcVerify.Parser.Text;

namespace HpcVerify.Parser.Diagnostics;

/// <summary>One finding: which rule, where, and the sentence a person reads.</summary>
public sealed record Diagnostic(Rule Rule, TextSpan Span, string Message)
{
    /// <summary>The order in which findings are printed: by place, then by rule.</summary>
    public static readonly IComparer<Diagnostic> Order = Comparer<Diagnostic>.Create((left, right) =>
        left.Span != right.Span
            ? left.Span.CompareTo(right.Span)
            : string.CompareOrdinal(left.Rule.Id + left.Message, right.Rule.Id + right.Message));

    /// <summary><c>file:line:col: error: sentence [HV####]</c>, the form editors and CI logs understand.</summary>
    public string Format(SourceText source) =>
        $"{source.Path}:{source.PositionOf(Span.Start)}: {Word(Rule.Severity)}: {Message} [{Rule.Id}]";

    public static string Word(Severity severity) => severity switch
    {
        Severity.Error => "error",
        Severity.Warning => "warning",
        _ => "info",
    };
}

/// <summary>A stage's whole answer: the best value it could build, and all it has to say about its input.</summary>
public sealed record Checked<T>(T Value, ImmutableArray<Diagnostic> Diagnostics)
{
    /// <summary>Feeds the value to the next stage and keeps what both had to say.</summary>
    public Checked<TNext> Then<TNext>(Func<T, Checked<TNext>> stage)
    {
        var (next, raised) = stage(Value);
        return new(next, [.. Diagnostics, .. raised]);
    }
}
