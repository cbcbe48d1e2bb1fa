// expected: missing arguments for parameters
import Model
import Stores

func attempt() -> Site<ReadWrite> {
    Site<ReadWrite>()
}
