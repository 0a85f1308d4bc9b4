using HpcVerify.Parser.Kernels;

namespace HpcVerify.Verifier.Reach;

/// <summary>A variable that a loop changes once in a turn, by a step: at its end, or with its last statement.</summary>
internal sealed record LoopCounter(Variable Index, Value Step, bool IsDecreasing, bool IsStepInBody)
{
    public static IEnumerable<LoopCounter> Of(KernelStatement.Loop loop)
    {
        var inBody = loop.Update.IsEmpty && loop.Body.Statements is [.., var last] && !KernelWalk.DescendantsAndSelf(loop.Body).Any(node => node is KernelStatement.Continue)
            ? StepOf(last, isInBody: true)
            : null;
        return loop.Update.Select(statement => StepOf(statement, isInBody: false)).Append(inBody).OfType<LoopCounter>()
            .Where(counter => ChangesOf(loop, counter.Index) == 1);
    }

    private static int ChangesOf(KernelStatement.Loop loop, Variable variable) =>
        loop.Prelude.Append(loop.Body).Concat(loop.Update).SelectMany(KernelWalk.DescendantsAndSelf).Count(node => node switch
        {
            KernelStatement.Assign assign => assign.Target.Root == variable,
            KernelStatement.Declare declare => declare.Variable == variable,
            KernelStatement.Call call => call.Result == variable,
            KernelStatement.Region region => region.Sharing.Any(item => item.Variable == variable && item.Sharing is not (Sharing.Shared or Sharing.FirstPrivate)),
            _ => false,
        });

    private static LoopCounter? StepOf(KernelStatement statement, bool isInBody) => statement switch
    {
        KernelStatement.Assign { Target: Place.Named { Variable: var index }, Value: var value } => Unwrapped(value) switch
        {
            Value.Binary { Operation: Operation.Add } sum when IsLoadOf(sum.Left, index) => new(index, sum.Right, false, isInBody),
            Value.Binary { Operation: Operation.Add } sum when IsLoadOf(sum.Right, index) => new(index, sum.Left, false, isInBody),
            Value.Binary { Operation: Operation.Subtract } difference when IsLoadOf(difference.Left, index) => new(index, difference.Right, true, isInBody),
            _ => null,
        },
        _ => null,
    };

    /// <summary>The sum inside <c>i = (int)((long)i + step)</c>: what it is converted to overflows where the sum does not fit.</summary>
    private static Value Unwrapped(Value value) => value is Value.Convert { Kind: ConversionKind.Truncate or ConversionKind.SameWidth } convert ? convert.Operand : value;

    private static bool IsLoadOf(Value value, Variable index) => value switch
    {
        Value.Load { Place: Place.Named named } => named.Variable == index,
        Value.Convert { Kind: ConversionKind.SignExtend or ConversionKind.ZeroExtend or ConversionKind.SameWidth } convert => IsLoadOf(convert.Operand, index),
        _ => false,
    };
}
