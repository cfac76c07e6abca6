using System.Linq;
using Playground.Hosting;

namespace Playground.Tests.Hosting;

public class DeclarationFileTests
{
    [Fact]
    public void A_declaration_is_cut_out_with_the_blocks_before_it()
    {
        (string Network, string Text)[] declarations =
        [
            .. DeclarationFile.Declarations("""
                using GenNet;

                namespace N;

                [Network]
                [Dense(2, 1)]
                internal sealed partial class A;

                [Block]
                [Dense(16)]
                internal sealed class Layer;

                [Network]
                [Layers(typeof(Layer))]
                internal sealed partial class B;

                """),
        ];
        Assert.Equal(["A", "B"], declarations.Select(declaration => declaration.Network));
        Assert.Equal("[Network]\n[Dense(2, 1)]\ninternal sealed partial class A;", declarations[0].Text);
        Assert.Equal("[Block]\n[Dense(16)]\ninternal sealed class Layer;\n\n[Network]\n[Layers(typeof(Layer))]\ninternal sealed partial class B;", declarations[1].Text);
    }
}
