using System;
using System.Collections;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Reflection;
using GenNet.Generator.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace GenNet.Generator.Tests;

/// <summary>The incremental cache, and what it rests on: models that are values.</summary>
public class CachingTests
{
    private const string Source = "[Network] [Dense(3, 70, Activation.ELU, Alpha = 0.1)] [Dense(2, Activation.Softmax)] public partial class Net;";

    [Fact]
    public void The_second_run_is_cached() => AllSteps(StepsAfter(Source, c => c), reason => Assert.Equal(IncrementalStepRunReason.Cached, reason));

    [Fact]
    public void A_comment_and_another_file_change_nothing()
    {
        AllSteps(
            StepsAfter(Source, c => c.ReplaceSyntaxTree(c.SyntaxTrees[0], CSharpSyntaxTree.ParseText(
                "// a comment\n" + c.SyntaxTrees[0], (CSharpParseOptions)c.SyntaxTrees[0].Options, "User.cs"))),
            Unchanged);
        AllSteps(
            StepsAfter(Source, c => c.AddSyntaxTrees(CSharpSyntaxTree.ParseText("class Other;", (CSharpParseOptions)c.SyntaxTrees[0].Options))),
            Unchanged);

        static void Unchanged(IncrementalStepRunReason reason) =>
            Assert.True(reason is IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged);
    }

    private static void AllSteps(IncrementalStepRunReason[] steps, Action<IncrementalStepRunReason> check)
    {
        Assert.NotEmpty(steps);
        Assert.All(steps, check);
    }

    [Fact]
    public void Another_size_is_a_change()
    {
        IncrementalStepRunReason[] steps = StepsAfter(Source, c => c.ReplaceSyntaxTree(c.SyntaxTrees[0], CSharpSyntaxTree.ParseText(
            c.SyntaxTrees[0].ToString().Replace("70", "71", StringComparison.Ordinal), (CSharpParseOptions)c.SyntaxTrees[0].Options, "User.cs")));
        Assert.Contains(IncrementalStepRunReason.Modified, steps);
    }

    [Fact]
    public void Equal_declarations_give_equal_models()
    {
        NetworkModel model = Model(Source);
        Assert.Equal(model, Model("\n\n" + Source));
        Assert.Equal(model.GetHashCode(), Model("\n\n" + Source).GetHashCode());
        foreach ((string from, string to) in new[] { ("70", "71"), ("ELU, Alpha = 0.1", "ELU"), ("0.1", "0.2"), ("[Network]", "[Network(Precision = Precision.Double)]"), ("class Net", "class Bet"), ("70, Activation.ELU, Alpha = 0.1", "70, Activation.Tanh, Bias = false") })
            Assert.NotEqual(model, Model(Source.Replace(from, to, StringComparison.Ordinal)));
    }

    [Fact]
    public void A_model_holds_nothing_of_Roslyn()
    {
        var seen = new HashSet<object>(ReferenceEqualityComparer.Instance);
        Walk(Model(Source));
        Assert.True(seen.Count > 3);

        void Walk(object? value)
        {
            if (value is null or string || value.GetType().IsPrimitive || value.GetType().IsEnum || !seen.Add(value))
                return;
            Assert.False(
                value is ISymbol or SyntaxNode or Compilation or Location or SyntaxTree or Diagnostic or AttributeData or SemanticModel,
                $"The model holds a {value.GetType()}.");
            if (value is IEnumerable items)
            {
                foreach (object? item in items)
                    Walk(item);
            }

            foreach (FieldInfo field in value.GetType().GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic))
                Walk(field.GetValue(value));
        }
    }

    [Theory]
    [InlineData("de-DE")]
    [InlineData("fi-FI")]
    [InlineData("tr-TR")]
    [InlineData("ar-SA")]
    public void The_culture_does_not_show(string culture)
    {
        const string Numbers = "[Network] [Dense(3, 700, Activation.ELU, Alpha = -0.1)] [Dense(17, Activation.SELU)] public partial class Net;";
        CultureInfo before = CultureInfo.CurrentCulture;
        var invariant = Compiled.From(Numbers).Files;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo(culture);
            Assert.Equal(invariant, Compiled.From(Numbers).Files);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }

        Assert.All(invariant, file => Assert.DoesNotContain('\r', file.Text));
    }

    private static NetworkModel Model(string source)
    {
        GeneratorDriver driver = Compiled.Driver().RunGenerators(Compiled.Before(source));
        object output = driver.GetRunResult().Results[0].TrackedSteps[NetworkGenerator.ModelStep].Single().Outputs.Single().Value;
        return Assert.IsType<NetworkModel>(output);
    }

    private static IncrementalStepRunReason[] StepsAfter(string source, Func<CSharpCompilation, CSharpCompilation> change)
    {
        CSharpCompilation compilation = Compiled.Before(source);
        GeneratorDriver driver = Compiled.Driver().RunGenerators(compilation);
        GeneratorRunResult second = driver.RunGenerators(change(compilation)).GetRunResult().Results.Single();
        return second.TrackedSteps[NetworkGenerator.ModelStep].Concat(second.TrackedOutputSteps.SelectMany(step => step.Value))
            .SelectMany(step => step.Outputs).Select(output => output.Reason).ToArray();
    }
}
