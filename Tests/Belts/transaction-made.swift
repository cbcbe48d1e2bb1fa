// expected: initializer is inaccessible due to 'internal' protection level
import Model
import Stores

func attempt(_ transaction: Transaction<ReadOnly>) -> Transaction<ReadWrite> {
    Transaction<ReadWrite>(transaction)
}
