using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using GenNet.Docs.Tests.Code;
using GenNet.Docs.Tests.Pages;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GenNet.Docs.Tests.Api;

/// <summary>The types that a user of the package meets, with their documentation, in the folders of the library that they stand in.</summary>
internal static class PublicTypes
{
    private const string Root = "src/Runtime";

    /// <summary>The folders and their types, both by name.</summary>
    public static IEnumerable<IGrouping<string, INamedTypeSymbol>> ByFolder()
    {
        MetadataReference library = MetadataReference.CreateFromFile(
            ProjectOfPage.Library, documentation: new LibraryDocumentation(Path.ChangeExtension(ProjectOfPage.Library, ".xml")));
        CSharpCompilation compilation = ProjectOfPage.Before("", ProjectSettings.Default);
        compilation = compilation.RemoveReferences(compilation.References.Where(reference => reference.Display == ProjectOfPage.Library)).AddReferences(library);
        var assembly = (IAssemblySymbol)compilation.GetAssemblyOrModuleSymbol(library)!;
        INamespaceSymbol home = assembly.GlobalNamespace.GetNamespaceMembers().Single(space => space.Name == "GenNet");
        Dictionary<string, string> folders = Folders();
        return home.GetTypeMembers().Where(IsVisible).OrderBy(type => type.Name, StringComparer.Ordinal).ThenBy(type => type.Arity)
            .GroupBy(type => folders[type.Name]).OrderBy(group => group.Key, StringComparer.Ordinal);
    }

    /// <summary>The members that a user calls, in the order of their kinds and names.</summary>
    public static IEnumerable<ISymbol> Members(INamedTypeSymbol type) => type.TypeKind == TypeKind.Delegate ? [] : type.GetMembers()
        .Where(member => IsVisible(member) && !member.IsImplicitlyDeclared && member is not IMethodSymbol { MethodKind: not (MethodKind.Ordinary or MethodKind.Constructor or MethodKind.Conversion) })
        .Where(member => member is not IMethodSymbol { MethodKind: MethodKind.Constructor, Parameters.Length: 0 } && !IsOfRecord(member))
        .OrderBy(member => member is IMethodSymbol { MethodKind: MethodKind.Constructor } ? 0 : member is IMethodSymbol ? 2 : 1)
        .ThenBy(member => type.TypeKind == TypeKind.Enum ? "" : member.Name, StringComparer.Ordinal);

    private static bool IsVisible(ISymbol symbol) => symbol.DeclaredAccessibility is Accessibility.Public or Accessibility.Protected
        && !symbol.GetAttributes().Any(attribute => attribute.AttributeClass?.Name == "EditorBrowsableAttribute");

    /// <summary>What the compiler gives every record and every object.</summary>
    private static bool IsOfRecord(ISymbol member) =>
        member.Name is "Equals" or "GetHashCode" or "ToString" or "Deconstruct" or "PrintMembers" or "EqualityContract" or "value__" or "<Clone>$";

    /// <summary>Where the sources of the types are: a file is named for its type.</summary>
    private static Dictionary<string, string> Folders()
    {
        var folders = new Dictionary<string, string>();
        string root = Path.Combine(Repository.Folder, Root);
        foreach (string file in Directory.EnumerateFiles(root, "*.cs", SearchOption.AllDirectories))
        {
            string folder = Path.GetRelativePath(root, file).Split(Path.DirectorySeparatorChar)[0];
            if (folder is "bin" or "obj")
                continue;
            foreach (SyntaxNode node in CSharpSyntaxTree.ParseText(File.ReadAllText(file)).GetRoot().DescendantNodes())
            {
                if (node is BaseTypeDeclarationSyntax type)
                    folders[type.Identifier.Text] = folder;
                else if (node is DelegateDeclarationSyntax function)
                    folders[function.Identifier.Text] = folder;
            }
        }

        return folders;
    }
}
