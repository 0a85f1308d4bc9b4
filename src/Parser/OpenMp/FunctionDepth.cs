namespace HpcVerify.Parser.OpenMp;

/// <summary>
/// How many braces are open, where the groups of a conditional are alternatives: each begins with the braces that were
/// open before the first, and the first that may be compiled decides how many are open after the last.
/// </summary>
internal sealed class FunctionDepth
{
    private readonly Stack<Conditional> _conditionals = new();

    public int Depth { get; private set; }

    public void Add(int braces) => Depth = Math.Max(0, Depth + braces);

    /// <summary>At <c>#if</c>; <paramref name="isSkipped"/> for <c>#if 0</c>.</summary>
    public void Begin(bool isSkipped) => _conditionals.Push(new(Depth, isSkipped, null));

    /// <summary>At <c>#else</c> and <c>#elif</c>.</summary>
    public void Alternate()
    {
        if (_conditionals.TryPop(out var conditional))
        {
            _conditionals.Push(conditional with { IsSkipped = false, After = After(conditional) });
            Depth = conditional.Before;
        }
    }

    /// <summary>At <c>#endif</c>.</summary>
    public void End()
    {
        if (_conditionals.TryPop(out var conditional))
        {
            Depth = After(conditional) ?? conditional.Before;
        }
    }

    private int? After(Conditional conditional) => conditional.After ?? (conditional.IsSkipped ? null : Depth);

    private readonly record struct Conditional(int Before, bool IsSkipped, int? After);
}
