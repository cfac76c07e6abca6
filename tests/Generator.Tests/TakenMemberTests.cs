using System;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GenNet.Generator.Tests;

/// <summary>Members of the user's that are what the generator writes: each gets its diagnostic, and nothing else is reported.</summary>
public class TakenMemberTests
{
    private const string Training = "[Network] [Dense(3, 20)] [Dropout] [Dense(2)] ";
    private const string Inference = "[Network(Mode = NetworkMode.Inference, Precision = Precision.Double)] [Dense(3, 20)] ";

    public static TheoryData<string, string> Declarations => new(new[] { Training, Inference }.SelectMany(layers => Emitted(layers), (layers, member) => (layers, Declaration(member))));

    [Theory]
    [MemberData(nameof(Declarations))]
    public void A_member_that_is_emitted_too_is_reported(string layers, string member)
    {
        bool isExplicit = member.Contains("global::GenNet.INetwork<Net, float>.", StringComparison.Ordinal) || member.Contains("Network<Net, double>.", StringComparison.Ordinal)
            || member.Contains("InferenceNetwork<Net, float>.", StringComparison.Ordinal);
        string basis = !isExplicit ? "" : layers == Training ? " : INetwork<Net, float>" : " : IInferenceNetwork<Net, double>";
        Compiled compiled = Compiled.From($"{layers} public partial class Net{basis} {{ {member} }}");
        Diagnostic diagnostic = Assert.Single(compiled.Reported);
        Assert.Equal("GENNET030", diagnostic.Id);
        compiled.AssertNoProblem();
    }

    public static TheoryData<string> Names => [.. Emitted(Training).Select(Name).OfType<string>().Distinct()];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_nested_type_of_the_name_is_reported(string name)
    {
        Compiled compiled = Compiled.From($"{Training} public partial class Net {{ private static class {name}; }}");
        Assert.Equal($"'{name}' is one of the members that are written into a network: remove this one, or give it another name", Assert.Single(compiled.Reported).GetMessage(null));
        compiled.AssertNoProblem();
    }

    [Theory]
    [InlineData("public Net(int x) { }", "Net", "'Net(int x)' is one of the members that are written into a network: remove this one, or give it other parameters")]
    [InlineData("public static void Load(string? file) { }", "Load", "'Load(string? file)' is one of the members that are written into a network: remove this one, or give it other parameters")]
    [InlineData("public string InputSize => \"\";", "InputSize", "'InputSize' is one of the members that are written into a network: remove this one, or give it another name")]
    [InlineData("public int get_Layout() => 1;", "get_Layout", "'get_Layout' is one of the members that are written into a network: remove this one, or give it another name")]
    [InlineData("public event Action Forward { add { } remove { } }", "Forward", "'Forward' is one of the members that are written into a network: remove this one, or give it another name")]
    public void The_message_names_the_member(string member, string place, string message)
    {
        Compiled compiled = Compiled.From($"{Training} public partial class Net {{ {member} }}");
        Diagnostic diagnostic = Assert.Single(compiled.Reported);
        Assert.Equal(message, diagnostic.GetMessage(null));
        Assert.Equal(place, diagnostic.Location.SourceTree!.GetText(TestContext.Current.CancellationToken).ToString(diagnostic.Location.SourceSpan));
        compiled.AssertNoProblem();
    }

    [Theory]
    [InlineData("public static void Load(string path, bool compressed) { }")]
    [InlineData("public void Save(string path) { }")]
    [InlineData("public float Backward(float[] inputs) => 0;")]
    [InlineData("public void Forward(float[] inputs) { }")]
    [InlineData("public static void Load<T>(string path) { }")]
    [InlineData("public static void Load(ref string path) { }")]
    [InlineData("public Net(string path) => this.Restore(path);")]
    [InlineData("public Net() : this(7) { }")]
    [InlineData("static Net() { }")]
    [InlineData("public void Layers() { } public static bool HasDropout => false; public int Create => 1;")]
    public void A_member_beside_the_emitted_ones_is_fine(string member)
    {
        Compiled compiled = Compiled.From($"{Training} public partial class Net {{ {member} }}");
        Assert.Empty(compiled.Reported);
        compiled.AssertNoProblem();
    }

    /// <summary>The table and the emitter must agree; what a network without mistakes has is what one with mistakes has.</summary>
    [Theory]
    [InlineData(Training)]
    [InlineData(Inference)]
    public void The_surface_with_mistakes_is_that_without(string layers)
    {
        string wrong = layers.Replace("3", "-3", StringComparison.Ordinal);
        bool isHidden(MemberDeclarationSyntax member) => Name(member) is "_memory";
        Assert.Equal(
            Emitted(layers).Where(member => !isHidden(member)).Select(Declaration).Order(StringComparer.Ordinal),
            Emitted(wrong).Select(Declaration).Order(StringComparer.Ordinal));
    }

    private static SyntaxList<MemberDeclarationSyntax> Emitted(string layers) =>
        CSharpSyntaxTree.ParseText(Compiled.From(layers + "public partial class Net;").Files.Single(file => file.HintName == "Net.g.cs").Text)
        .GetRoot().DescendantNodes().OfType<ClassDeclarationSyntax>().First(type => type.Identifier.Text == "Net").Members;

    /// <summary>The member with another body.</summary>
    private static string Declaration(MemberDeclarationSyntax member)
    {
        ArrowExpressionClauseSyntax body = SyntaxFactory.ArrowExpressionClause(SyntaxFactory.ParseExpression("throw new Exception()"));
        SyntaxToken end = SyntaxFactory.Token(SyntaxKind.SemicolonToken);
        return ((MemberDeclarationSyntax)(member switch
        {
            FieldDeclarationSyntax { Declaration.Variables: [{ Identifier.Text: "_memory" }] } => SyntaxFactory.ParseMemberDeclaration("private static int _memory() => 1;")!,
            FieldDeclarationSyntax { Declaration: var variables } field => field.WithDeclaration(variables.WithVariables([variables.Variables[0].WithInitializer(SyntaxFactory.EqualsValueClause(SyntaxFactory.ParseExpression("1")))])),
            PropertyDeclarationSyntax property => property.WithAccessorList(null).WithInitializer(null).WithExpressionBody(body).WithSemicolonToken(end),
            MethodDeclarationSyntax method => method.WithBody(null).WithExpressionBody(body).WithSemicolonToken(end),
            ConstructorDeclarationSyntax constructor => constructor.WithBody(null).WithExpressionBody(body).WithSemicolonToken(end),
            _ => throw new NotSupportedException(member.ToString()),
        })).WithAttributeLists(default).WithoutTrivia().NormalizeWhitespace().ToString();
    }

    private static string? Name(MemberDeclarationSyntax member) => member switch
    {
        FieldDeclarationSyntax field => field.Declaration.Variables[0].Identifier.Text,
        PropertyDeclarationSyntax { ExplicitInterfaceSpecifier: null } property => property.Identifier.Text,
        MethodDeclarationSyntax { ExplicitInterfaceSpecifier: null } method => method.Identifier.Text,
        _ => null,
    };
}
