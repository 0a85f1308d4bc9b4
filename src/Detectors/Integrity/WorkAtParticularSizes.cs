using HpcVerify.Detectors.Integrity.Flow;
using HpcVerify.Parser.Diagnostics;
using HpcVerify.Parser.Kernels;

namespace HpcVerify.Detectors.Integrity;

/// <summary>Sizes at which a kernel does nothing, or less than at others.</summary>
public sealed class WorkAtParticularSizes : FlowDetector
{
    private static readonly Rule Nothing = new(
        "HV7201", Severity.Error, "No work at particular sizes", "at the sizes that '{0}' singles out, nothing is made of the inputs",
        "A kernel that leaves early at a size somebody wrote down looks fast there and is wrong there. Reported is a test of sizes for equality with a number above 16, or a 'switch' on one, "
        + "outside of all loops, of which one side stores nothing, or returns nothing, that depends on the inputs, while the other does, at sizes that the contract allows. Not reported are guards "
        + "against empty or tiny problems, tests for whole blocks by a remainder, and choices between ways that both do the work. Do the work at every size.");

    private static readonly Rule Less = new(
        "HV7202", Severity.Warning, "Less work at particular sizes", "'{0}' leaves out work at particular sizes",
        "An honest choice by size, of tiles or threads or of a specialised path, gives every element its work. Reported is a comparison of sizes with a number above 16 that decides whether an iteration does its work, "
        + "what a loop runs up to, or what a size itself is changed to; and one that leaves out all work above or below a size, which may be an honest limit of a buffer. Not reported are block sizes, which also step a loop. "
        + "Verification decides whether the result is wrong. Do the work at every size.");

    internal override IEnumerable<Diagnostic> Look(DataFlow flow, DetectionContext context)
    {
        if (flow.Walk.IsIncomplete)
        {
            return [];
        }

        var sizes = new ParticularSizes(flow, context.Specification);
        return flow.Walk.Reached
            .SelectMany(function => new Branches(flow, sizes, function).Find())
            .Concat(new LoopBounds(flow).Chosen(sizes).Select(condition => Less.At(condition.Span, flow.TextOf(condition))));
    }

    /// <summary>Finds branches of which one side leads to work and the other does not.</summary>
    private sealed class Branches(DataFlow flow, ParticularSizes sizes, KernelFunction function)
    {
        private readonly List<Diagnostic> _found = [];

        public List<Diagnostic> Find()
        {
            Walk(function.Body!.Statements, new(false, false, false));
            return _found;
        }

        /// <summary>Whether there is work before a place, after it in the same iteration, and after the loop around it.</summary>
        private readonly record struct Around(bool Before, bool After, bool AfterLoop);

        private void Walk(IReadOnlyList<KernelStatement> statements, Around around)
        {
            for (var index = 0; index < statements.Count; index++)
            {
                var before = around.Before || statements.Take(index).Any(flow.DoesWork);
                var after = around.After || statements.Skip(index + 1).Any(flow.DoesWork);
                Walk(statements[index], around with { Before = before, After = after });
            }
        }

        private void Walk(KernelStatement statement, Around around)
        {
            switch (statement)
            {
                case KernelStatement.Block block:
                    Walk(block.Statements, around);
                    break;
                case KernelStatement.If branch:
                    Compare(branch, around);
                    Walk(branch.Then.Statements, around);
                    Walk(branch.Else.Statements, around);
                    break;
                case KernelStatement.Loop loop:
                    Walk(loop.Body.Statements, new(around.Before, false, around.After || around.AfterLoop));
                    break;
                case KernelStatement.Switch choice:
                    Compare(choice, around);
                    foreach (var option in choice.Cases)
                    {
                        Walk(option.Statements, around);
                    }

                    break;
                case KernelStatement.Region region:
                    Walk(region.Body.Statements, around);
                    break;
            }
        }

        private void Compare(KernelStatement.If branch, Around around)
        {
            var (then, other) = (LeadsToWork(branch.Then, around), LeadsToWork(branch.Else, around));
            if (!around.Before && then != other && sizes.AreTestedBy(branch.Condition) && sizes.CanBe(branch.Condition, outcome: other))
            {
                Report(branch, branch.Condition, sizes.AreSingledOutBy(branch.Condition));
            }
        }

        private void Compare(KernelStatement.Switch choice, Around around)
        {
            if (around.Before || around.After || !sizes.Decide(choice.Subject))
            {
                return;
            }

            var options = Enumerable.Range(0, choice.Cases.Length).Select(index => (Option: choice.Cases[index], Works: WorksFrom(choice.Cases, index))).ToList();
            var isParticular = options.Any(option => option.Option.Labels.Any(label => label.High > ParticularSizes.FewElements));
            var lacks = !options.Any(option => option.Option.IsDefault)
                || options.Any(option => !option.Works && (option.Option.IsDefault || option.Option.Labels.Any(label => label.High > ParticularSizes.FewElements)));
            if (isParticular && lacks && options.Any(option => option.Works))
            {
                Report(choice, choice.Subject, isSingle: true);
            }
        }

        /// <summary>A case goes on with the next one unless it ends in a jump.</summary>
        private bool WorksFrom(IReadOnlyList<SwitchCase> cases, int first)
        {
            for (var index = first; index < cases.Count; index++)
            {
                if (cases[index].Statements.Any(flow.DoesWork))
                {
                    return true;
                }

                if (cases[index].Statements.Any(EndsControl))
                {
                    return false;
                }
            }

            return false;
        }

        private bool LeadsToWork(KernelStatement.Block side, Around around) =>
            flow.DoesWork(side) || (LastOf(side) switch
            {
                KernelStatement.Return => false,
                KernelStatement.Goto jump => WorksFrom(jump.Target),
                KernelStatement.Break or KernelStatement.Continue => around.AfterLoop,
                KernelStatement.Evaluate or KernelStatement.Call when Aborts(LastOf(side)) => false,
                _ => around.After || around.AfterLoop,
            });

        /// <summary>Whether there is work behind a label of the function's outermost block; one further inside is taken to lead to some.</summary>
        private bool WorksFrom(string label)
        {
            var statements = function.Body!.Statements.ToList();
            var at = statements.FindIndex(statement => statement is KernelStatement.Label found && found.Name == label);
            return at < 0 || statements.Skip(at + 1).Any(flow.DoesWork);
        }

        private static KernelStatement? LastOf(KernelStatement.Block side) => side.Statements is [.., var last] ? last is KernelStatement.Block inner ? LastOf(inner) : last : null;

        private static bool Aborts(KernelStatement? statement) => statement is KernelStatement.Call { Target.Name: "abort" or "__builtin_trap" or "exit" or "__builtin_unreachable" };

        private static bool EndsControl(KernelStatement statement) =>
            statement is KernelStatement.Return or KernelStatement.Break or KernelStatement.Continue or KernelStatement.Goto || (statement is KernelStatement.Block block && block.Statements.Any(EndsControl));

        private void Report(KernelStatement node, Value condition, bool isSingle) =>
            _found.Add((isSingle && flow.DepthOf(node) == 0 ? Nothing : Less).At(condition.Span, flow.TextOf(condition)));
    }
}
