using System.Collections.Immutable;
using HpcVerify.Parser.Kernels;
using HpcVerify.Parser.Syntax;
using HpcVerify.Parser.Text;

namespace HpcVerify.Detectors.Techniques.Nests;

internal sealed partial class Expansion
{
    /// <summary>
    /// <code>t0 = _mm_…(p);   memcpy(&amp;v, p, sizeof v);      ⟶      t0 = (value of the call);   v = *p;</code>
    /// Calls of model functions for their result become values, so that temporaries can be looked through.
    /// </summary>
    private void ExpandCall(KernelStatement.Call call)
    {
        var arguments = call.Arguments.Select(Rewritten).ToImmutableArray();
        var result = call.Result is null ? null : Named(call.Result);
        if (FunctionOf(call.Target) is { } function)
        {
            ExpandBody(function, arguments, result, call.Span);
        }
        else if (result is not null && call.Target.Origin != SymbolOrigin.Kernel)
        {
            Emit(new KernelStatement.Assign(
                new Place.Named(result, result.Type, call.Span),
                new Value.PureCall(call.Target, arguments, result.Type.Unqualified, call.Span),
                call.Span));
        }
        else
        {
            Emit((KernelStatement?)AssignmentOf(call.Target, arguments, call.Span) ?? call with { Arguments = arguments, Result = result });
        }
    }

    /// <summary>The function to put in place of its call; null for model functions, recursion, and when there is too much already.</summary>
    private KernelFunction? FunctionOf(Symbol target) =>
        _functions.TryGetValue(target, out var function) && _count < MostStatements && _frames.All(frame => frame.Function != target)
            ? function
            : null;

    private void ExpandBody(KernelFunction function, ImmutableArray<Value> arguments, Variable? result, TextSpan span)
    {
        _reached.Add(function);
        Emit(Captured(() =>
        {
            _frames.Push(FrameOf(function, arguments, result));
            ExpandAll(function.Body!.Statements);
            _frames.Pop();
        }, span));
    }

    /// <summary>A parameter that the function never changes stands for its argument; another one is a variable that starts with it.</summary>
    private Frame FrameOf(KernelFunction function, ImmutableArray<Value> arguments, Variable? result)
    {
        var frame = new Frame(function.Symbol, result, [], []);
        foreach (var (parameter, argument) in function.Parameters.Zip(arguments))
        {
            if (parameter.Type is CType.Record or CType.Vector || ChangedIn(function).Contains(parameter))
            {
                var copy = CopyOf(parameter);
                frame.Names[parameter] = copy;
                Emit(new KernelStatement.Declare(copy, [], argument, argument.Span));
            }
            else
            {
                frame.Arguments[parameter] = argument;
            }
        }

        return frame;
    }

    private ImmutableHashSet<Variable> ChangedIn(KernelFunction function)
    {
        if (!_changed.TryGetValue(function.Symbol, out var changed))
        {
            changed = KernelWalk.DescendantsAndSelf(function.Body!).Select(node => node switch
            {
                KernelStatement.Assign assign => assign.Target.Root,
                KernelStatement.Call call => call.Result,
                Value.AddressOf { Place: Place.Named named } => named.Variable,
                Value.AddressOf { Place: Place.Field field } => field.Root,
                _ => null,
            }).OfType<Variable>().ToImmutableHashSet();
            _changed[function.Symbol] = changed;
        }

        return changed;
    }

    private static KernelStatement.Assign? AssignmentOf(Symbol target, ImmutableArray<Value> arguments, TextSpan span)
    {
        if (!Instruction.IsBlockCopy(target) || arguments is not [var to, var from, ..])
        {
            return null;
        }

        return (WholeVariable(to), WholeVariable(from)) switch
        {
            ({ } variable, _) => new(variable, new Value.Load(new Place.Dereference(Unconverted(from), variable.Type, span), variable.Type.Unqualified, span), span),
            (_, { } variable) => new(new Place.Dereference(Unconverted(to), variable.Type, span), new Value.Load(variable, variable.Type.Unqualified, span), span),
            _ => null,
        };
    }

    private static Place? WholeVariable(Value address) =>
        Unconverted(address) is Value.AddressOf { Place: (Place.Named or Place.Element) and { Root: not null, Type: CType.Vector or CType.Floating or CType.Integer } place }
            ? place
            : null;

    private static Value Unconverted(Value value) => value is Value.Convert { Kind: ConversionKind.PointerCast } convert ? Unconverted(convert.Operand) : value;
}
