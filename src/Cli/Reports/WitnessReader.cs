using System.Collections.Immutable;
using HpcVerify.Parser.Contracts;
using HpcVerify.Parser.Kernels;
using HpcVerify.Parser.Syntax;
using HpcVerify.Parser.Text;
using HpcVerify.Verifier.Bounded;
using HpcVerify.Verifier.Replay;
using HpcVerify.Verifier.Verdicts;

namespace HpcVerify.Cli.Reports;

/// <summary>Turns documents into witnesses, after checking that they are calls the contract allows.</summary>
internal static class WitnessReader
{
    private const int MostCalls = 2;

    /// <summary>The witness, or in a sentence what is wrong with its file.</summary>
    public static (Witness? Witness, string? Error) Read(WitnessDocument document, KernelTask task, SourceText kernel)
    {
        var (call, expected) = (document.Call, document.Expected);
        var sizes = Sizes.Of(call.Sizes);
        if (!Enum.TryParse<Property>(expected.Property, ignoreCase: true, out var property) || !Enum.IsDefined(property))
        {
            return (null, $"'{expected.Property}' is no property");
        }

        Violation? kind = Enum.TryParse<Violation>(expected.Kind, out var violation) && Enum.IsDefined(violation) ? violation : null;
        if (expected.Kind is not null && kind is null)
        {
            return (null, $"'{expected.Kind}' is no kind of violation");
        }

        if (call.Team is < 1 or > 256 || call.Calls is < 1 or > MostCalls || call.Steps < 1)
        {
            return (null, "its team, calls or steps are out of range");
        }

        if (task.SizeNames.Any(name => sizes[name] is null) || !task.Allows(sizes))
        {
            return (null, $"the contract of '{task.Name}' does not allow its sizes");
        }

        if (Arguments(call.Arguments, task, sizes) is not { } arguments)
        {
            return (null, $"its arguments are not those of '{task.EntryPoint}' at its sizes");
        }

        var made = new ConcreteCall(sizes, arguments, new(call.Steps, call.Team, call.IsReversed) { Calls = call.Calls, IsPlacedBackwards = call.IsPlacedBackwards });
        return (new(task, kernel, property, new(
            made.Describe(task), call.Team, ImmutableSortedDictionary<string, double>.Empty, expected.What, PlaceOf(expected, kernel))
        {
            Call = made,
            Kind = kind,
            Thread = expected.Thread,
            Lane = expected.Lane,
            Element = expected is { Element: { } element, Expected: { } right } ? new(element, right, expected.Actual) : null,
        }), null);
    }

    private static TextSpan PlaceOf(ExpectedEntry expected, SourceText kernel) =>
        expected.Line >= 1 && expected.Line <= kernel.LineCount ? new(Math.Min(kernel.Length, kernel.SpanOfLine(expected.Line).Start + Math.Max(0, expected.Column - 1)), 0) : default;

    private static ImmutableArray<RunArgument>? Arguments(IReadOnlyList<WitnessArgumentEntry> entries, KernelTask task, Sizes sizes)
    {
        var parameters = task.Contract.Parameters;
        var arguments = parameters.Length == entries.Count
            ? parameters.Zip(entries, (parameter, entry) => Argument(parameter, entry, task.Contract, sizes)).ToList()
            : [];
        return arguments.Count == parameters.Length && arguments.TrueForAll(argument => argument is not null) ? Laid([.. arguments.OfType<RunArgument>()], entries, task, sizes) : null;
    }

    /// <summary>The same with the one buffer where it is that lies in another; null where the contract rules that out or they disagree.</summary>
    private static ImmutableArray<RunArgument>? Laid(ImmutableArray<RunArgument> apart, IReadOnlyList<WitnessArgumentEntry> entries, KernelTask task, Sizes sizes)
    {
        var guests = entries.Where(entry => entry.Overlap is not null).ToList();
        if (guests.Count == 0)
        {
            return apart;
        }

        var overlap = new BufferOverlap(guests[0].Overlap!.Host, guests[0].Overlap!.Shift);
        if (guests.Count > 1 || !overlap.IsAllowedBy(task.Contract, sizes, guests[0].Name))
        {
            return null;
        }

        var laid = overlap.Lay(apart, guests[0].Name, prefersGuest: false);
        return overlap.Lay(apart, guests[0].Name, prefersGuest: true).OfType<RunArgument.Buffer>().Zip(laid.OfType<RunArgument.Buffer>())
            .All(pair => pair.First.Contents.SequenceEqual(pair.Second.Contents)) ? laid : null;
    }

    private static RunArgument? Argument(Symbol parameter, WitnessArgumentEntry entry, Contract contract, Sizes sizes)
    {
        if (entry.Name != parameter.Name)
        {
            return null;
        }

        if (contract.BufferOf(parameter) is not { } buffer)
        {
            return entry is { IsBuffer: false, Count: 1 } && Scalars(entry, parameter.Type) is [var only] ? new RunArgument.Value(only) : null;
        }

        var hasCount = ContractArithmetic.Integer(buffer.Count, sizes) is { } count && count == entry.Count;
        return hasCount && entry.IsBuffer && Scalars(entry, buffer.Element) is { } contents && contents.Length == entry.Count
            ? new RunArgument.Buffer(parameter.Name, buffer.Element, contents, buffer.AlignmentInBytes, buffer.Access == BufferAccess.Read)
            : null;
    }

    private static ImmutableArray<Scalar>? Scalars(WitnessArgumentEntry entry, CType type) => (entry, type) switch
    {
        _ when entry.Type != CTypePrinter.Print(type) => null,
        ({ Reals: { } reals }, CType.Floating) => [.. reals.Select(real => KnownBits.Of(real, type))],
        ({ Integers: { } integers }, not CType.Floating) => [.. integers.Select(integer => KnownBits.Of(integer, type))],
        ({ Reals: null, Integers: null, IsBuffer: true }, _) => [.. Enumerable.Repeat(Scalar.Indeterminate, Math.Max(0, entry.Count))],
        _ => null,
    };
}
