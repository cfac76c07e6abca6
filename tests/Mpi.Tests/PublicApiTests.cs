using GenNet.Tests;

namespace GenNet.Mpi.Tests;

/// <summary>The public surface of the package, recorded.</summary>
public class PublicApiTests
{
    [Fact]
    public void The_public_surface_is_the_recorded_one() => PublicSurface.AssertRecorded(typeof(MpiExchange).Assembly);
}
