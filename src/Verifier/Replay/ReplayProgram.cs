using System.Collections.Immutable;
using System.Globalization;
using HpcVerify.Parser.Contracts;
using HpcVerify.Parser.Kernels;
using HpcVerify.Parser.Syntax;
using HpcVerify.Verifier.Bounded;
using HpcVerify.Verifier.Terms;

namespace HpcVerify.Verifier.Replay;

/// <summary>
/// Writes a witness as one C program that stands alone: the reference, the inputs, a main that makes the call and compares,
/// and the kernel, which comes last so that its macros change nothing but itself.
/// </summary>
public sealed class ReplayProgram
{
    /// <summary>Below it, memory before a buffer could not be poisoned to the byte.</summary>
    private const int LeastAlignment = 8;

    private readonly Witness _witness;
    private readonly KernelTask _task;
    private readonly ConcreteCall _call;
    private readonly ProgramText _text = new();

    private ReplayProgram(Witness witness) => (_witness, _task, _call) = (witness, witness.Task, witness.Counterexample.Call);

    /// <summary>The program; <paramref name="command"/> is how it is built, for whoever reads it.</summary>
    public static string Write(Witness witness, string command) => new ReplayProgram(witness).Write(command);

    private string Write(string command)
    {
        Head(command);
        _text.Append(ReplayLibrary.Text);
        if (IsEndless)
        {
            _text.Append(ReplayLibrary.Deadline);
        }

        _text.Reference(_task, "replay.c");
        _text.Heading("the inputs");
        Inputs();
        _text.Heading("the call");
        Main();
        _text.Kernel(_witness.Kernel);
        return _text.ToString();
    }

    private void Head(string command)
    {
        var found = _witness.Counterexample;
        var place = _witness.Kernel.PositionOf(found.Span.Start);
        Line($"/* A call of '{_task.EntryPoint}' that goes wrong, with {Comment(found.Sizes)}{(found.Threads > 1 ? Invariant($" and {found.Threads} threads") : "")}:");
        Line(Invariant($" * {_witness.Property.ToString().ToLowerInvariant()}: {Comment(found.What)} at {place.Line}:{place.Column} of the kernel."));
        if (found.Element is { } element)
        {
            Line(Invariant($" * {element.Name} is {element.Actual?.ToString("R", CultureInfo.InvariantCulture) ?? "not stored to"}, should be {element.Expected:R}."));
        }

        Line($" * {command}");
        Line(" */");
    }

    private void Inputs()
    {
        foreach (var (parameter, buffer) in Buffers().Where(pair => HasContents(pair.Buffer)))
        {
            _text.Array(buffer.Element, $"{parameter.Name}_input", buffer.Contents);
        }

        Line("");
    }

    private void Main()
    {
        Line("int main(void)\n{");
        Line(Invariant($"    omp_set_dynamic(0);\n    omp_set_num_threads({_call.Options.Threads});\n"));
        Line("    /* What is right, and the scale of its rounding errors. */");
        Call("right", _task.ReferenceName, isMeasure: true);
        if (_task.MagnitudeName is { } magnitude)
        {
            Call("scale", magnitude, isMeasure: true);
        }
        else
        {
            Call("scale", _task.ReferenceName, isMeasure: true, isAbsolute: true);
        }

        Line("\n    /* What the kernel does. */");
        if (IsEndless)
        {
            Line("    pthread_t deadline;\n    if (pthread_create(&deadline, NULL, replay_deadline, NULL))\n        return 2;");
        }

        for (var call = 1; call <= _call.Options.Calls; call++)
        {
            Call(call == _call.Options.Calls ? "actual" : Invariant($"call{call}"), _task.EntryPoint, isMeasure: false);
        }

        Line("");
        Comparisons();
        Line("    fputs(\"replay: every output is as the reference says\\n\", stderr);\n    return 0;\n}\n");
    }

    private void Call(string role, string function, bool isMeasure, bool isAbsolute = false)
    {
        // What lies in another buffer comes after it.
        foreach (var (parameter, buffer) in Buffers().OrderBy(pair => pair.Buffer.Overlap is null ? 0 : 1))
        {
            Make(parameter, buffer, role, isMeasure);
            if (isAbsolute && buffer.Element is CType.Floating && HasContents(buffer))
            {
                Line(Invariant($"    for (long i = 0; i < {buffer.Contents.Length}; i++)\n        {parameter.Name}_{role}[i] = fabs({parameter.Name}_{role}[i]);"));
            }
        }

        var words = _task.Contract.Parameters.Zip(_call.Arguments, (parameter, argument) => argument switch
        {
            RunArgument.Value value when isAbsolute && parameter.Type is CType.Floating => $"fabs({CLiteral.Of(value.Scalar, parameter.Type)})",
            RunArgument.Value value => CLiteral.Of(value.Scalar, parameter.Type),
            _ => $"{parameter.Name}_{role}",
        });
        var result = _task.Prototype.Result is CType.Void ? "" : $"{CTypePrinter.Print(_task.Prototype.Result)} returned_{role} = ";
        Line($"    {result}{function}({string.Join(", ", words)});");
    }

    private void Make(Symbol parameter, RunArgument.Buffer buffer, string role, bool isMeasure)
    {
        var (name, type) = ($"{parameter.Name}_{role}", CTypePrinter.Print(buffer.Element));
        var guests = Buffers().Select(pair => pair.Buffer).Where(other => other.Overlap?.Host == buffer.Name).ToList();
        if (buffer.Overlap is null && guests.Count == 0)
        {
            Line($"    {type} *{name} = {Alone(parameter, buffer, isMeasure)};");
            return;
        }

        // An object for all of them, into which each copies what it holds.
        var count = BufferOverlap.JointCount(buffer, guests);
        var place = buffer.Overlap is { } overlap
            ? Invariant($"{overlap.Host}_{role} + {overlap.Shift}")
            : Invariant($"replay_buffer(NULL, {count} * sizeof({type}), {guests.Aggregate(AlignmentOf(buffer), (all, guest) => Alignments.Both(all, AlignmentOf(guest)) ?? all)})");
        Line($"    {type} *{name} = {place};");
        if (HasContents(buffer))
        {
            Line($"    memcpy({name}, {parameter.Name}_input, sizeof {parameter.Name}_input);");
        }
    }

    private string Alone(Symbol parameter, RunArgument.Buffer buffer, bool isMeasure)
    {
        var bytes = HasContents(buffer) ? $"sizeof {parameter.Name}_input" : Invariant($"{buffer.Contents.Length} * sizeof({CTypePrinter.Print(buffer.Element)})");
        var contents = HasContents(buffer) ? $"{parameter.Name}_input" : "NULL";
        return _witness.Counterexample.Kind == Violation.WriteToConstant && buffer.IsReadOnly && HasContents(buffer) && !isMeasure
            ? $"replay_constant({contents}, {bytes})"
            : Invariant($"replay_buffer({contents}, {bytes}, {AlignmentOf(buffer)})");
    }

    private int AlignmentOf(RunArgument.Buffer buffer) =>
        _witness.Counterexample.Kind == Violation.Misaligned ? buffer.Alignment : Math.Max(buffer.Alignment, LeastAlignment);

    private void Comparisons()
    {
        var units = _task.ToleranceAt(_call.Sizes);
        foreach (var (parameter, buffer) in Buffers().Where(pair => !pair.Buffer.IsReadOnly && pair.Buffer.Contents.Length > 0))
        {
            var name = parameter.Name;
            // What the reference leaves alone is still the NaN it was filled with, and means nothing.
            var guard = buffer.Element is CType.Floating && !HasContents(buffer) ? $"!isnan({name}_right[i]) && " : "";
            Line(Invariant($"    for (long i = 0; i < {buffer.Contents.Length}; i++)"));
            Line($"        if ({guard}replay_differs(\"{name}\", i, {name}_right[i], {name}_actual[i], {Tolerated(buffer.Element, units, $"{name}_scale[i]")}))\n            return {ReplayLibrary.DiffersCode};");
        }

        if (_task.Prototype.Result is not CType.Void and var type)
        {
            Line($"    if (replay_differs(\"the returned value\", -1, returned_right, returned_actual, {Tolerated(type, units, "returned_scale")}))\n        return {ReplayLibrary.DiffersCode};");
        }
    }

    private static string Tolerated(CType type, double units, string scale) =>
        type is CType.Floating && Layout.SortOf(type) is { } sort ? $"{CLiteral.Of(units * sort.UnitRoundoff)} * fabs({scale})" : "0";

    private bool IsEndless => _witness.Counterexample.Kind == Violation.EndlessLoop;

    private IEnumerable<(Symbol Parameter, RunArgument.Buffer Buffer)> Buffers() =>
        _task.Contract.Parameters.Zip(_call.Arguments).Where(pair => pair.Second is RunArgument.Buffer).Select(pair => (pair.First, (RunArgument.Buffer)pair.Second));

    private static bool HasContents(RunArgument.Buffer buffer) => buffer.Contents.Length > 0 && buffer.Contents.All(scalar => scalar.IsConcrete);

    private void Line(string line) => _text.Line(line);

    private static string Comment(string words) => ProgramText.Comment(words);

    private static string Invariant(FormattableString text) => ProgramText.Invariant(text);
}
