using System.Collections.Immutable;
using HpcVerify.Parser.Contracts;
using HpcVerify.Parser.Kernels;
using HpcVerify.Parser.Syntax;
using HpcVerify.Parser.Text;
using HpcVerify.Verifier.Bounded;
using HpcVerify.Verifier.Cases;

namespace HpcVerify.Verifier.Replay;

/// <summary>
/// Writes a suite of cases as one C program that stands alone: the reference, a table of cases, a function that makes a call
/// of each and compares, and the kernel. It prints the first case that fails, and returns 1 for it, else 0.
/// </summary>
public sealed class TestProgram
{
    private readonly TestSuite _suite;
    private readonly SourceText _kernel;
    private readonly KernelTask _task;
    private readonly string _file;

    /// <summary>Of all cases that have one: they come from one counterexample. Null where none has.</summary>
    private readonly CaseOverlap? _overlap;
    private readonly ProgramText _text = new();

    private TestProgram(TestSuite suite, SourceText kernel, string file) => (_suite, _kernel, _task, _file, _overlap) = (suite, kernel, suite.Task, file, suite.Cases.Select(test => test.Overlap).FirstOrDefault(overlap => overlap is not null));

    /// <param name="file">The name the program will have.</param>
    /// <param name="commands">How it is built, for whoever reads it.</param>
    public static string Write(TestSuite suite, SourceText kernel, string file, IEnumerable<string> commands) =>
        new TestProgram(suite, kernel, file).Write(commands);

    private string Write(IEnumerable<string> commands)
    {
        Line(ProgramText.Invariant($"/* {_suite.Cases.Length} cases for '{_task.EntryPoint}', made by hpcverify testgen. Build it by one of:"));
        foreach (var command in commands)
        {
            Line($" * {command}");
        }

        Line(" */");
        _text.Append(TestProgramLibrary.Text);
        _text.Reference(_task, _file);
        Table();
        _text.Heading("one case");
        Run();
        Main();
        _text.Kernel(_kernel);
        return _text.ToString();
    }

    private void Table()
    {
        _text.Heading("the cases");
        foreach (var (position, test) in _suite.Cases.Index())
        {
            foreach (var (parameter, buffer) in BuffersOf(test).Where(pair => IsListed(test, pair.Buffer)))
            {
                _text.Array(buffer.Element, NameOf(position, parameter), buffer.Contents);
            }
        }

        Line("\nstatic const struct test_case {\n    const char *words;");
        foreach (var parameter in _task.Contract.Parameters)
        {
            Line(BufferOf(parameter) is { } buffer
                ? $"    const {CTypePrinter.Print(buffer.Element.Unqualified)} *{parameter.Name}; /* null: as the seed has it, or nothing */\n    long {parameter.Name}_count;"
                : $"    {CTypePrinter.Print(parameter.Type.Unqualified)} {parameter.Name};");
        }

        if (_overlap is not null)
        {
            Line($"    long shift_of_case; /* how far '{_overlap.Guest}' begins behind '{_overlap.Place.Host}'; less than zero where they lie apart */");
        }

        Line("    uint64_t seed_of_case;\n    int threads_of_case, calls_of_case, is_exact;\n    double units_of_case;\n} test_cases[] = {");
        foreach (var (position, test) in _suite.Cases.Index())
        {
            Line($"    {{ {string.Join(", ", Fields(position, test))} }},");
        }

        Line("};\n");
    }

    private IEnumerable<string> Fields(int position, TestCase test)
    {
        yield return CString(ProgramText.Invariant($"case {position + 1}, {ConcreteCall.Describe(_task, test.Sizes, CaseCall.Arguments(test))}{(test.Threads > 1 ? ProgramText.Invariant($", {test.Threads} threads") : "")} ({test.Why})"));
        foreach (var (parameter, argument) in _task.Contract.Parameters.Zip(CaseCall.Arguments(test)))
        {
            if (argument is RunArgument.Buffer buffer)
            {
                yield return IsListed(test, buffer) ? NameOf(position, parameter) : "NULL";
                yield return ProgramText.Invariant($"{buffer.Contents.Length}");
            }
            else
            {
                yield return CLiteral.Of(((RunArgument.Value)argument).Scalar, parameter.Type);
            }
        }

        if (_overlap is not null)
        {
            yield return ProgramText.Invariant($"{test.Overlap?.Place.Shift ?? -1}");
        }

        var units = _task.ToleranceAt(test.Sizes);
        yield return ProgramText.Invariant($"{test.Seed ?? 0}u");
        yield return ProgramText.Invariant($"{test.Threads}, {test.Calls}, {(test.IsExact ? 1 : 0)}");
        yield return CLiteral.Of(units);
    }

    private void Run()
    {
        Line("static int test_run(const struct test_case *test, int layout)\n{");
        Line("    struct test_source source = test_seeded(test->seed_of_case);\n    (void)source;");
        foreach (var buffer in _task.Contract.Buffers.Where(HasContents))
        {
            var name = buffer.Pointer.Name;
            var type = CTypePrinter.Print(buffer.Element.Unqualified);
            Line($"    {type} *{name}_made = test->{name} || !test->{name}_count ? NULL : {Generated(buffer, type)};");
            Line($"    const {type} *{name}_input = {name}_made ? {name}_made : test->{name};");
        }

        if (_overlap is { Guest: var guest, Place.Host: var host })
        {
            Line($"    long reach = test->shift_of_case + test->{guest}_count, joint_count = reach > test->{host}_count ? reach : test->{host}_count;");
        }

        Line("\n    /* What is right, and the scale of its rounding errors. */");
        Call("right", _task.ReferenceName, isMeasure: true, isAbsolute: false);
        Call("scale", _task.MagnitudeName ?? _task.ReferenceName, isMeasure: true, isAbsolute: _task.MagnitudeName is null);
        Line("\n    /* What the kernel does. */\n    int failed = 0;\n    for (int call = 0; call < test->calls_of_case && !failed; call++) {");
        Call("actual", _task.EntryPoint, isMeasure: false, isAbsolute: false);
        Comparisons();
        Line("    }");
        foreach (var buffer in _task.Contract.Buffers.Where(HasContents))
        {
            Line($"    free({buffer.Pointer.Name}_made);");
        }

        Line("    int spilled = test_spilled();\n    return failed || (spilled && test_failed(\"something outside of the buffers was written to\"));\n}\n");
    }

    private void Call(string role, string function, bool isMeasure, bool isAbsolute)
    {
        // What may lie in another buffer comes after it.
        foreach (var buffer in _task.Contract.Buffers.OrderBy(buffer => buffer.Pointer.Name == _overlap?.Guest ? 1 : 0))
        {
            var (name, type) = (buffer.Pointer.Name, CTypePrinter.Print(buffer.Element.Unqualified));
            Line($"    {type} *{name}_{role} = {Overlapped(buffer, role, type)}test_buffer({Contents(buffer, isMeasure, type)});");
            if (IsOverlapped(buffer) && (HasContents(buffer) || buffer.IsZeroed))
            {
                var fill = HasContents(buffer) ? $"memcpy({name}_{role}, {name}_input" : $"memset({name}_{role}, 0";
                Line($"    if (test->shift_of_case >= 0 && test->{name}_count)\n        {fill}, test->{name}_count * sizeof({type}));");
            }

            if (isAbsolute && buffer.Element is CType.Floating && HasContents(buffer))
            {
                Line($"    for (long i = 0; i < test->{name}_count; i++)\n        {name}_{role}[i] = fabs({name}_{role}[i]);");
            }
        }

        var words = _task.Contract.Parameters.Select(parameter =>
            BufferOf(parameter) is not null ? $"{parameter.Name}_{role}"
            : isAbsolute && parameter.Type is CType.Floating ? $"fabs(test->{parameter.Name})"
            : $"test->{parameter.Name}");
        var result = _task.Prototype.Result is CType.Void ? "" : $"{CTypePrinter.Print(_task.Prototype.Result)} returned_{role} = ";
        Line($"    {result}{function}({string.Join(", ", words)});");
    }

    private bool IsOverlapped(BufferContract buffer) => _overlap is not null && (buffer.Pointer.Name == _overlap.Guest || buffer.Pointer.Name == _overlap.Place.Host);

    /// <summary>Where a buffer lies in a case in which it shares an object; what follows is for the others.</summary>
    private string Overlapped(BufferContract buffer, string role, string type)
    {
        if (_overlap is null || !IsOverlapped(buffer))
        {
            return "";
        }

        var (host, guest) = (_overlap.Place.Host, _overlap.Guest);
        var alignment = _task.Contract.Buffers.Where(IsOverlapped).Aggregate(1, (all, one) => Alignments.Both(all, one.AlignmentInBytes) ?? all);
        var place = buffer.Pointer.Name == guest
            ? $"{host}_{role} + test->shift_of_case"
            : ProgramText.Invariant($"test_buffer(NULL, joint_count * sizeof({type}), {alignment}, {(role == "actual" ? "layout" : "0")}, {(role == "actual" ? "layout ? TEST_NUMBERS : " : "")}TEST_NOTHING)");
        return $"test->shift_of_case >= 0 ? {place} : ";
    }

    private static string Contents(BufferContract buffer, bool isMeasure, string type)
    {
        var name = buffer.Pointer.Name;
        var fill = buffer.IsZeroed ? "0" : isMeasure ? "TEST_NOTHING" : "layout ? TEST_NUMBERS : TEST_NOTHING";
        return ProgramText.Invariant($"{(HasContents(buffer) ? $"{name}_input" : "NULL")}, test->{name}_count * sizeof({type}), {buffer.AlignmentInBytes}, {(isMeasure ? "0" : "layout")}, {fill}");
    }

    private void Comparisons()
    {
        foreach (var buffer in _task.Contract.Buffers)
        {
            var name = buffer.Pointer.Name;
            if (buffer.Access == BufferAccess.Read)
            {
                Line($"    if (!failed && {(IsOverlapped(buffer) ? "test->shift_of_case < 0 && " : "")}test->{name}_count && memcmp({name}_actual, {name}_input, test->{name}_count * sizeof *{name}_input))\n        failed = test_failed(\"the input '{name}' was written to\");");
                continue;
            }

            // What the reference leaves alone is still the NaN it was filled with, and means nothing.
            var guard = buffer.Element is CType.Floating && !HasContents(buffer) && !buffer.IsZeroed ? $"!isnan({name}_right[i]) && " : "";
            guard = _suite.Cases.Any(test => test.IsExact) && guard.Length > 0 ? $"(test->is_exact || !isnan({name}_right[i])) && " : guard;
            Line($"    for (long i = 0; !failed && i < test->{name}_count; i++)");
            Line($"        failed = {guard}test_differs(\"{name}\", i, {name}_right[i], {name}_actual[i], {Tolerated(buffer.Element, $"{name}_scale[i]")}, test->is_exact);");
        }

        if (_task.Prototype.Result is not CType.Void and var type)
        {
            Line($"    if (!failed)\n        failed = test_differs(\"the returned value\", -1, returned_right, returned_actual, {Tolerated(type, "returned_scale")}, test->is_exact);");
        }
    }

    private void Main() => _text.Append($$"""
        int main(void)
        {
            long count = sizeof test_cases / sizeof *test_cases;
            test_watch();
            omp_set_dynamic(0);
            for (long i = 0; i < count; i++) {
                snprintf(test_words, sizeof test_words, "%s", test_cases[i].words);
                omp_set_num_threads(test_cases[i].threads_of_case);
                for (int layout = 0; layout < TEST_LAYOUTS; layout++) {
                    alarm(TEST_SECONDS);
                    if (test_run(&test_cases[i], layout))
                        return 1;
                }
            }
            test_is_done = 1;
            printf("{{TestProgramLibrary.Passes}}%ld cases\n", count);
            return 0;
        }


        """);

    private static string Tolerated(CType type, string scale) =>
        type is CType.Floating && Layout.SortOf(type) is { } sort ? $"test->units_of_case * {CLiteral.Of(sort.UnitRoundoff)} * fabs({scale})" : "0";

    private static string Generated(BufferContract buffer, string type) => buffer.Element switch
    {
        CType.Floating { Kind: FloatingKind.Double } => $"test_double(&source, test->{buffer.Pointer.Name}_count)",
        CType.Floating => $"test_float(&source, test->{buffer.Pointer.Name}_count)",
        _ => $"test_bytes(&source, test->{buffer.Pointer.Name}_count * sizeof({type}))",
    };

    private static string NameOf(int position, Symbol parameter) => ProgramText.Invariant($"case_{position + 1}_{parameter.Name}");

    /// <summary>Words in quotes; what could end them, or begin a trigraph, is left out.</summary>
    private static string CString(string words) =>
        $"\"{string.Concat(words.Where(letter => letter is >= ' ' and <= '~' and not ('"' or '\\' or '?')))}\"";

    private static bool HasContents(BufferContract buffer) => buffer.Access != BufferAccess.Write;

    private static bool IsListed(TestCase test, RunArgument.Buffer buffer) =>
        !CaseData.IsBySeed(test) && buffer.Contents.Length > 0 && HasContents(test.Input.Buffers.Single(one => one.Contract.Pointer.Name == buffer.Name).Contract);

    private BufferContract? BufferOf(Symbol parameter) => _task.Contract.BufferOf(parameter);

    private IEnumerable<(Symbol Parameter, RunArgument.Buffer Buffer)> BuffersOf(TestCase test) =>
        _task.Contract.Parameters.Zip(CaseCall.Arguments(test)).Where(pair => pair.Second is RunArgument.Buffer).Select(pair => (pair.First, (RunArgument.Buffer)pair.Second));

    private void Line(string line) => _text.Line(line);
}
