namespace HpcVerify.Verifier.Native;

/// <summary>How one compilation ended.</summary>
public abstract record CompileOutcome
{
    private CompileOutcome() { }

    /// <summary>The file at <paramref name="Path"/> is what the compiler made; <paramref name="Messages"/> are its warnings.</summary>
    public sealed record Compiled(string Path, string Messages, TimeSpan Elapsed) : CompileOutcome;

    /// <summary>The compiler or the linker said no; line and column are those of the first error, 0 if it has none.</summary>
    public sealed record Rejected(string Messages, int Line, int Column) : CompileOutcome;

    /// <summary>The compiler was stopped for what it used.</summary>
    public sealed record LimitExceeded(string Reason) : CompileOutcome;

    /// <summary>Nothing is known about the source, because of <paramref name="Reason"/>.</summary>
    public sealed record Infrastructure(string Reason) : CompileOutcome;
}
