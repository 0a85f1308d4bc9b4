using System.Collections.Frozen;
using HpcVerify.Parser.Kernels;
using HpcVerify.Parser.Text;

namespace HpcVerify.Verifier.Bounded;

/// <summary>What makes a file another program than its text says: parts that could not be read, and options for its compiler.</summary>
internal static class Promises
{
    /// <summary>Attributes that ask for nothing the run could break.</summary>
    private static readonly FrozenSet<string> Harmless =
        new[] { "nothrow", "leaf", "target", "alloc_size", "alloc_align", "access", "nonnull" }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Why nothing can be claimed of a module, and where; null where something can.</summary>
    public static (string Construct, TextSpan Span)? Refused(Module module)
    {
        if (module.Gaps is [var gap, ..])
        {
            return (gap.Reason, gap.Span);
        }

        // What the entry's own restrict parameters promise is watched where they overlap; that of others is checked at calls.
        var promises = module.Promises.Concat(module.Functions.SelectMany(function => function.Promises))
            .Where(promise => promise.Kind is PromiseKind.CompilerOption || (promise.Kind == PromiseKind.FunctionAttribute && !Harmless.Contains(promise.Text)));
        return promises.FirstOrDefault() is { } promise ? ($"promise '{promise.Text}' to the compiler", promise.Span) : LaneCopies.Refused(module);
    }
}
