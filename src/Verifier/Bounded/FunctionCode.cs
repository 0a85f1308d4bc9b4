using HpcVerify.Parser.Kernels;
using HpcVerify.Verifier.Terms;

namespace HpcVerify.Verifier.Bounded;

/// <summary>A function ready to run.</summary>
internal sealed class FunctionCode
{
    /// <summary>Slots of a frame, temporaries included.</summary>
    public int FrameSize { get; set; }

    /// <summary>Slots of the parameters, in order, as many as each has lanes.</summary>
    public int[] ParameterSlots { get; set; } = [];

    public Execute Body { get; set; } = _ => Signal.Next;

    /// <summary>The sort of each lane of what the function returns; null where it returns nothing.</summary>
    public Sort? ResultSort { get; set; }

    public int ResultLanes { get; set; }

    /// <summary>The sort a slot has for its whole life; null for temporaries and for places of objects.</summary>
    public Sort? SortOf(int slot) => Sorts.TryGetValue(slot, out var sort) ? sort : null;

    /// <summary>The function as it was lowered; null until it is compiled.</summary>
    public KernelFunction? Function { get; set; }

    /// <summary>The slot of a variable that lives in one.</summary>
    public Func<Variable, int?> RegisterOf { get; set; } = _ => null;

    public IReadOnlyDictionary<int, Sort> Sorts { get; set; } = new Dictionary<int, Sort>();
}
