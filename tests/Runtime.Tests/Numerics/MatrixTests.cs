using System.Linq;
using System.Runtime.InteropServices;
using GenNet.CompilerServices;

namespace GenNet.Tests.Numerics;

public class MatrixTests
{
    public static TheoryData<int, int, int> Sizes
    {
        get
        {
            var sizes = new TheoryData<int, int, int>();
            foreach (int rows in new[] { 1, 2, 3, 4, 5, 7, 8, 15, 16, 29, 32 })
            {
                foreach (int depth in new[] { 1, 2, 3, 4, 6, 10, 17, 33 })
                    sizes.Add(rows, depth, rows <= 16 && depth % 2 == 0 ? 16 : 32);
            }

            return sizes;
        }
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public void The_panel_is_the_transposed_rows_and_zeros(int rows, int depth, int columns)
    {
        const int PanelRow = 35;
        int bRow = depth + 3;
        float[] b = Enumerable.Range(1, rows * bRow).Select(i => (float)i).ToArray();
        float[] panel = Enumerable.Repeat(-1f, depth * PanelRow).ToArray();
        var panelD = panel.Select(x => (double)x).ToArray();
        Matrix.Transpose(rows, depth, ref MemoryMarshal.GetArrayDataReference(b), bRow, ref MemoryMarshal.GetArrayDataReference(panel), columns, PanelRow);
        Matrix.Transpose(rows, depth, ref MemoryMarshal.GetArrayDataReference(b.Select(x => (double)x).ToArray()), bRow, ref MemoryMarshal.GetArrayDataReference(panelD), columns, PanelRow);

        var expected = Enumerable.Range(0, depth * PanelRow).Select(at =>
        {
            int j = at / PanelRow, i = at % PanelRow;
            return i < rows ? b[i * bRow + j] : i < columns ? 0 : -1;
        }).ToArray();
        Assert.Equal(expected, panel);
        Assert.Equal(expected.Select(x => (double)x), panelD);
    }
}
